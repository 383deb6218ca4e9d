package id.satuatap.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import id.satuatap.stack.Stack;
import java.util.List;

/** Lebong's administrator at a desk: what the journeys about members and the trail do with the screens. */
record Administrator(Page page) implements AutoCloseable {

    static final LocatorAssertions.IsVisibleOptions SOON = new LocatorAssertions.IsVisibleOptions().setTimeout(30_000);

    static Administrator at(Stack stack, String path) {
        return new Administrator(Browser.signIn(
                Browser.desktop(),
                stack.address("lebong") + "/admin/" + path,
                stack.credentials().user("lebong", "tenant-admin")));
    }

    /** Fills the form of an invitation to enter data, and sends it. */
    void invite(String address) {
        askToInvite();
        page.locator("#invite-email input").fill(address);
        page.locator("#invite-send").click();
    }

    void askToInvite() {
        page.locator("#invite").click();
        page.locator("#invite-role").click();
        page.locator("vaadin-select-item")
                .filter(new Locator.FilterOptions().setHasText("entri data"))
                .first()
                .click();
    }

    void finishInviting() {
        assertThat(page.locator("#invite-link")).isVisible(SOON);
        page.locator("#invite-close").click();
    }

    /** An address that is a member with that role already: core refuses. */
    static String member(Stack stack) {
        return stack.credentials().user("lebong", "data-entry").username() + "@contoh.example";
    }

    /** No finding of axe, by WCAG 2.2 AA. */
    void clean() {
        var found = new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                .analyze();
        assertThat(found.getViolations()).as(page.url()).isEmpty();
    }

    @Override
    public void close() {
        Browser.close(page);
    }
}
