package id.satuatap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a tab keeps of unsaved words, and for how long: the workspace's own script in a real browser, without a server. */
class DraftTest {

    private static final String SITE = "http://contoh.localhost/";
    private static final Path SCRIPT =
            Path.of("..", "..", "tenant-admin", "src", "main", "resources", "META-INF", "resources", "admin.js");

    private final Page tab = Browser.desktop();

    @BeforeEach
    void serve() {
        tab.context().route(SITE + "**", DraftTest::answer);
    }

    @AfterEach
    void close() {
        Browser.close(tab);
    }

    @Test
    void what_is_typed_comes_back_to_the_same_person_and_goes_when_it_is_saved() {
        open(tab, "ani.lebong.", "ani.lebong.7.1");
        type(tab, "Perbup 12/2025");

        open(tab, "ani.lebong.", "");
        open(tab, "ani.lebong.", "ani.lebong.7.1");

        assertThat(offered(tab)).contains("Perbup 12/2025");
        tab.evaluate("document.querySelector('sa-draft').forget('Perbup 12/2025', '')");
        assertThat(kept(tab)).isZero();
    }

    @Test
    void what_was_typed_after_saving_stays_and_what_is_as_saved_again_goes() {
        open(tab, "ani.lebong.", "ani.lebong.7.1");
        type(tab, "satu dua");

        tab.evaluate("document.querySelector('sa-draft').forget('satu', '')");
        assertThat(kept(tab)).isEqualTo(1);

        type(tab, "satu");
        assertThat(kept(tab)).isZero();
    }

    @Test
    void another_person_in_the_same_tab_finds_nothing_on_any_page() {
        open(tab, "ani.lebong.", "ani.lebong.7.1");
        type(tab, "rahasia");

        open(tab, "budi.lebong.", "");

        assertThat(kept(tab)).isZero();
    }

    @Test
    void the_same_person_at_another_tenant_finds_nothing() {
        open(tab, "ani.lebong.", "ani.lebong.7.1");
        type(tab, "rahasia");

        open(tab, "ani.seluma.", "");

        assertThat(kept(tab)).isZero();
    }

    @Test
    void signing_out_empties_this_tab_and_the_others() {
        open(tab, "ani.lebong.", "ani.lebong.7.1");
        type(tab, "rahasia");
        var other = tab.context().newPage();
        open(other, "ani.lebong.", "ani.lebong.7.2");
        type(other, "juga");
        assertThat(kept(tab)).isEqualTo(1);

        other.evaluate("document.querySelector('sa-drafts').drop()");

        assertThat(kept(other)).isZero();
        tab.waitForFunction("() => Object.keys(sessionStorage).length === 0");
    }

    @Test
    void somebody_else_who_signs_in_beside_empties_the_tab_left_open() {
        open(tab, "ani.lebong.", "ani.lebong.7.1");
        type(tab, "rahasia");

        open(tab.context().newPage(), "budi.lebong.", "");

        tab.waitForFunction("() => Object.keys(sessionStorage).length === 0");
    }

    private static void open(Page page, String owner, String key) {
        page.navigate(SITE + "?" + owner + "&" + key);
        page.waitForFunction("() => customElements.get('sa-drafts')");
    }

    /** As a person does: the field says so, and what holds it is the workspace's text area. */
    private static void type(Page page, String words) {
        page.locator("#fact textarea").fill(words);
    }

    private static int kept(Page page) {
        return ((Number) page.evaluate("Object.keys(sessionStorage).length")).intValue();
    }

    /** What the page would ask about when nothing was saved yet. */
    private static String offered(Page page) {
        return String.valueOf(page.evaluate("""
                () => {
                  const draft = document.querySelector('sa-draft');
                  let fact = '';
                  draft.addEventListener('sa-draft', (event) => (fact = event.detail.fact));
                  draft.offer('', '');
                  return fact;
                }"""));
    }

    private static void answer(Route route) {
        var address = route.request().url();
        if (address.endsWith("/admin.js")) {
            route.fulfill(
                    new Route.FulfillOptions().setContentType("text/javascript").setBody(script()));
        } else {
            var parts = address.substring(address.indexOf('?') + 1).split("&", -1);
            route.fulfill(new Route.FulfillOptions()
                    .setContentType("text/html")
                    .setBody(parts.length == 2 ? page(parts[0], parts[1]) : ""));
        }
    }

    private static String page(String owner, String key) {
        var form = """
                <vaadin-text-area id="fact"><textarea></textarea></vaadin-text-area>
                <vaadin-text-area id="analysis"><textarea></textarea></vaadin-text-area>
                <sa-draft key="%s" fields="fact analysis"></sa-draft>
                <script>
                  for (const area of document.querySelectorAll('vaadin-text-area')) area.inputElement = area.firstElementChild;
                </script>""".formatted(key);
        return "<!doctype html><script type=module src=/admin.js></script>" + (key.isEmpty() ? "" : form)
                + "<sa-drafts owner=\"" + owner + "\"></sa-drafts>";
    }

    private static String script() {
        try {
            return Files.readString(SCRIPT);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
