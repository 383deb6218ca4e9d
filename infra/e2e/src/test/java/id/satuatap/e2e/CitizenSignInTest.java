package id.satuatap.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import id.satuatap.stack.Stack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** A citizen's way in and out: registered by mail, signed in at her regency, her own page, her data taken along. */
class CitizenSignInTest {

    private static final String PASSWORD = "jembatan-kayu-tua-77";
    private static final String NAME = "Siti Contoh";

    private final Stack stack = RunningStack.get();
    private final Mailbox mails = new Mailbox(stack.home());
    private final String portal = stack.address("rembang");

    @Test
    void a_citizen_registers_signs_in_reads_what_is_kept_and_leaves() throws IOException {
        var address = "warga-" + System.nanoTime() + "@contoh.example";
        var page = Browser.phone();
        page.navigate(portal + "/spbe");
        page.locator("header a[href^='/saya/']").click();
        register(page, address);

        page.locator("a[href='/sign-in']").click();
        signIn(page, address);

        assertThat(page).hasURL(portal + "/saya/");
        assertThat(page.locator("#account-greeting")).hasText("Selamat datang, " + NAME);
        assertThat(page.locator("#account-place")).containsText("Anda warga di portal Kabupaten Rembang");
        assertThat(page.locator("#account-workspace")).hasCount(0);
        assertThat(page.locator("#account-data")).containsText("tidak menyimpan apa pun");
        isForAll(page, "account-id.png");
        takesDataAlong(page);
        page.locator("#language-en").click();
        assertThat(page.locator("#account-greeting")).hasText("Welcome, " + NAME);
        isForAll(page, "account-en.png");

        page.locator("#sign-out").click();
        assertThat(page).hasURL(portal + "/");
        page.navigate(portal + "/saya/");
        assertThat(page.locator("input[name=password]")).isVisible();
        Browser.close(page);
    }

    @Test
    void who_is_sent_to_sign_in_comes_back_in_the_same_language() {
        var page = Browser.phone();
        page.navigate(portal + "/en/masuk?ke=/en/kantor");
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        var citizen = RunningStack.citizen(1);
        page.locator("input[name=username]").fill(citizen.username());
        page.locator("input[name=password]").fill(citizen.password());
        page.locator("input[name=password]").press("Enter");

        assertThat(page).hasURL(portal + "/en/kantor");
        page.navigate(portal + "/saya/");
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        assertThat(page.locator("#account-place")).containsText("You are a citizen");
        Browser.close(page);
    }

    @Test
    void an_official_finds_the_way_to_the_workspace() {
        var page = Browser.desktop();
        Browser.signIn(page, portal + "/saya/", stack.credentials().user("rembang", "coordinator"));

        assertThat(page.locator("#account-place")).containsText("Koordinator");
        assertThat(page.locator("#account-data")).containsText("Peran, dari kapan sampai kapan: 1");
        page.locator("#account-workspace").click();
        page.waitForURL(url -> url.startsWith(portal + "/admin/"));
        Browser.close(page);
    }

    private void register(Page page, String address) {
        page.locator("a[href='/register']").click();
        page.locator("input[name=name]").fill(NAME);
        page.locator("input[name=email]").fill(address);
        page.locator("button[type=submit].sa-button").first().click();
        page.navigate(mails.awaitLink(address, "http://id\\.localhost:\\d+/register/confirm\\?[^\\s]+"));
        page.locator("input[name=password]").fill(PASSWORD);
        page.locator("button[type=submit].sa-button").first().click();
    }

    private static void signIn(Page page, String address) {
        page.locator("input[name=username]").fill(address);
        page.locator("input[name=password]").fill(PASSWORD);
        page.locator("input[name=password]").press("Enter");
    }

    private static void takesDataAlong(Page page) throws IOException {
        var download =
                page.waitForDownload(() -> page.locator("#account-download").click());
        var file = Path.of("target", "data-saya.json");
        download.saveAs(file);

        Assertions.assertThat(download.suggestedFilename()).isEqualTo("data-saya-rembang.json");
        Assertions.assertThat(Files.readString(file))
                .contains("\"government\" : \"Kabupaten Rembang\"", "\"kept\" : null");
    }

    private static void isForAll(Page page, String picture) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", picture))
                .setFullPage(true));
        Assertions.assertThat(
                        page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("sideways scrolling")
                .isEqualTo(0);
        Assertions.assertThat(new AxeBuilder(page)
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                        .analyze()
                        .getViolations())
                .isEmpty();
        assertThat(page.locator("h1")).hasCount(1);
        assertThat(page.locator("h1").filter(new Locator.FilterOptions().setHasText(NAME)))
                .isVisible();
    }
}
