package id.satuatap.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import id.satuatap.stack.Stack;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An official tells everybody something, the portal shows it, he takes it back, and it is gone. */
@Tag("journey")
class AnnouncementTest {

    private static final Duration REMEMBERED = Duration.ofSeconds(60);

    private final Stack stack = RunningStack.get();
    private final String title = "Contoh: air mati di Kelurahan " + System.nanoTime();

    @Test
    void what_an_official_announces_citizens_read_until_it_is_withdrawn() {
        try (var admin = Administrator.at(stack, "pengumuman")) {
            assertThat(admin.page().locator("#announcements")).isVisible(Administrator.SOON);
            admin.clean();
            refusesWhatIsMissing(admin);
            publish(admin);

            var home = awaitHome(true);
            assertThat(home.locator("article").first()).containsText("Penting");
            readable(home);
            home.getByText(title).click();
            assertThat(home.locator("h1")).hasText(title);
            assertThat(home.locator("main")).containsText("DATA SIMULASI", ignoringCase());
            readable(home);
            var address = home.url();

            withdraw(admin);

            Browser.close(awaitHome(false));
            assertThat(home.navigate(address + "?lagi").status()).isEqualTo(404);
            Browser.close(home);
        }
    }

    private void refusesWhatIsMissing(Administrator admin) {
        var page = admin.page();
        page.locator("#announcement-new").click();
        page.locator("#announcement-title input").fill(title);
        page.locator("#announcement-publish").click();
        assertThat(page.locator("#announcement-text")).containsText("Tulis isinya");
        assertThat(page.locator("#announcement-validTo")).containsText("Pilih hari terakhir");
        assertThat(page.locator("#announcement-title input")).hasValue(title);
        admin.clean();
    }

    private void publish(Administrator admin) {
        var page = admin.page();
        page.locator("#announcement-text textarea").fill("Air mati pukul 08.00–12.00.\nSiapkan air bersih.");
        page.locator("#announcement-link input").fill("contoh.example");
        var lastDay = page.locator("#announcement-validTo input");
        lastDay.fill(day(LocalDate.now(ZoneId.of("Asia/Jakarta")).plusDays(3)));
        lastDay.press("Enter");
        page.locator("#announcement-urgent input").check();
        assertThat(page.locator("#announcement-preview")).containsText("Siapkan air bersih.");
        page.locator("#announcement-publish").click();
        page.locator("#publish-confirm").click();
        assertThat(page.locator("#announcement-link")).containsText("https://");
        assertThat(page.locator("#announcement-text textarea")).hasValue(java.util.regex.Pattern.compile("Air mati.*"));
        page.locator("#announcement-link input").fill("https://contoh.example/air");
        page.locator("#announcement-publish").click();
        page.locator("#publish-confirm").click();
        assertThat(page.locator("#announcements")).containsText(title);
        assertThat(page).hasURL(java.util.regex.Pattern.compile(".*/admin/pengumuman"));
    }

    private void withdraw(Administrator admin) {
        var page = admin.page();
        page.getByText(title).click();
        page.locator("#announcement-withdraw").click();
        page.locator("#withdraw-confirm").click();
        var row = page.locator("#announcements tr").filter(new Locator.FilterOptions().setHasText(title));
        assertThat(row).containsText("Dicabut");
    }

    /** A citizen's page may be some seconds old. */
    private Page awaitHome(boolean shown) {
        var patience = Instant.now().plus(REMEMBERED);
        while (true) {
            var page = Browser.phone();
            page.navigate(stack.address("lebong") + "/");
            if (page.getByText(title).count() > 0 == shown || Instant.now().isAfter(patience)) {
                assertThat(page.getByText(title)).hasCount(shown ? 1 : 0);
                return page;
            }
            page.waitForTimeout(1000);
            Browser.close(page);
        }
    }

    private static String day(LocalDate day) {
        return DateTimeFormatter.ofPattern("d/M/yyyy").format(day);
    }

    private static com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions ignoringCase() {
        return new com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions().setIgnoreCase(true);
    }

    private static void readable(Page page) {
        var wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(((Number) wide).intValue()).as("sideways scrolling").isZero();
        assertThat(new AxeBuilder(page)
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                        .analyze()
                        .getViolations())
                .as(page.url())
                .isEmpty();
    }
}
