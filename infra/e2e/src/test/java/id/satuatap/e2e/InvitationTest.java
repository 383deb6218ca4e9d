package id.satuatap.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import id.satuatap.stack.Stack;
import org.junit.jupiter.api.Test;

/** How somebody becomes an official: invited by mail, registered with a verified address, accepted, at work. */
class InvitationTest {

    private static final String PASSWORD = "jembatan-kayu-tua-77";

    private final Stack stack = RunningStack.get();
    private final Mailbox mails = new Mailbox(stack.home());

    @Test
    void an_invited_person_registers_accepts_and_works() {
        var address = "siti-" + System.nanoTime() + "@contoh.example";
        invite(address);
        var invitation = mails.awaitLink(address, "http://lebong\\.localhost:\\d+/admin/undangan/[\\w-]+");

        register(address);
        var page = Browser.phone();
        page.navigate(invitation);
        page.locator("input[name=username]").fill(address);
        page.locator("input[name=password]").fill(PASSWORD);
        page.locator("input[name=password]").press("Enter");
        page.locator("#invitation-accept").click();

        assertThat(page).hasURL(java.util.regex.Pattern.compile(".*/admin/penilaian"));
        assertThat(page.locator("main")).containsText("enilaian");
        assertThat(page.locator("#start-assessment")).hasCount(0); // a data-entry officer fills, and starts nothing
        Browser.close(page);
    }

    private void invite(String address) {
        var admin = Browser.desktop();
        Browser.signIn(
                admin,
                stack.address("lebong") + "/admin/anggota",
                stack.credentials().user("lebong", "tenant-admin"));
        admin.locator("#invite").click();
        admin.locator("#invite-email input").fill(address);
        admin.locator("#invite-role").click();
        admin.locator("vaadin-select-item")
                .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("entri data"))
                .first()
                .click();
        admin.locator("#invite-send").click();
        assertThat(admin.locator("#invite-link")).isVisible();
        Browser.close(admin);
    }

    private void register(String address) {
        var page = Browser.phone();
        page.navigate(stack.issuer() + "/register");
        page.locator("input[name=name]").fill("Siti Contoh");
        page.locator("input[name=email]").fill(address);
        page.locator("button[type=submit].sa-button").first().click();
        page.navigate(mails.awaitLink(address, "http://id\\.localhost:\\d+/register/confirm\\?[^\\s]+"));
        page.locator("input[name=password]").fill(PASSWORD);
        page.locator("button[type=submit].sa-button").first().click();
        page.waitForLoadState();
        Browser.close(page);
    }
}
