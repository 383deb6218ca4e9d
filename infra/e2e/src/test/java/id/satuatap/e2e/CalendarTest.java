package id.satuatap.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.Cookie;
import id.satuatap.stack.Stack;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** An official closes the offices on a day: deadlines skip it, the trail names it; withdrawn, it is worked again. */
@Tag("journey")
class CalendarTest {

    private static final String PATH = "pengaturan/kalender";

    private final Stack stack = RunningStack.get();
    private final String reason = "Contoh: banjir " + System.nanoTime();

    @Test
    void a_closure_moves_the_deadline_is_named_by_the_trail_and_is_withdrawn() {
        try (var admin = Administrator.at(stack, PATH)) {
            var page = admin.page();
            assertThat(page.locator("#closed-days")).isVisible(Administrator.SOON);
            assertThat(page.locator("#calculator-due")).containsText(Pattern.compile("Jatuh tempo .* 16\\.[03]0 WIB"));
            admin.clean();
            var day = workingDay();
            var before = due(day);
            page.navigate(stack.address("lebong") + "/admin/" + PATH + "?tahun=" + day.getYear());

            close(admin, day);

            var row = page.locator("#closed-days li").filter(new Locator.FilterOptions().setHasText(reason));
            assertThat(row).containsText("Ditutup daerah");
            assertThat(row).containsText("DATA SIMULASI");
            admin.clean();
            assertThat(due(day).isAfter(before)).isTrue();

            assertThat(awaitTrail(admin)).containsText("Menutup kantor");
            withdraw(admin, day);
            assertThat(row).containsText("Dicabut");
            assertThat(due(day)).isEqualTo(before);
        }
    }

    @Test
    void it_reads_in_english_too_and_on_a_phone() {
        var page = Browser.signIn(
                Browser.phone(),
                stack.address("lebong") + "/admin/" + PATH,
                stack.credentials().user("lebong", "tenant-admin"));
        page.context().addCookies(List.of(new Cookie("satuatap_language", "en").setUrl(stack.address("lebong"))));
        page.navigate(stack.address("lebong") + "/admin/" + PATH + "?tahun=2026");
        assertThat(page.locator("h1")).hasText("Working calendar");
        assertThat(page.locator("#closed-days")).containsText("Day of Silence (Nyepi)");
        assertThat(page.locator("#closed-days")).not().containsText("Cuti bersama Idul");
        var wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(((Number) wide).intValue()).as("sideways scrolling").isZero();
        new Administrator(page).clean();
        page.locator("#closure-new").click();
        assertThat(page.locator("#closure-dialog")).containsText("Everybody reads it");
        new Administrator(page).clean();
        Browser.close(page);
    }

    private void close(Administrator admin, LocalDate day) {
        var page = admin.page();
        page.locator("#closure-new").click();
        var first = page.locator("#closure-from input");
        first.fill(DateTimeFormatter.ofPattern("d/M/yyyy").format(day));
        first.press("Enter");
        assertThat(page.locator("#closure-effect")).hasText("Menutup 1 hari kerja.");
        page.locator("#closure-send").click();
        assertThat(page.locator("#closure-reason")).containsText("Tulis alasannya");
        page.locator("#closure-reason input").fill(reason);
        admin.clean();
        page.locator("#closure-send").click();
        assertThat(page.locator("#closure-dialog")).hasCount(0);
    }

    private void withdraw(Administrator admin, LocalDate day) {
        var page = admin.page();
        page.navigate(stack.address("lebong") + "/admin/" + PATH + "?tahun=" + day.getYear());
        page.locator("#closed-days li")
                .filter(new Locator.FilterOptions().setHasText(reason))
                .locator("vaadin-button")
                .click();
        page.locator("#closure-withdraw-confirm").click();
        assertThat(page.locator("#closure-withdraw-dialog")).hasCount(0);
    }

    /** What was done is told to the trail a moment later. */
    private Locator awaitTrail(Administrator admin) {
        var row = admin.page()
                .locator("#audit tbody tr")
                .filter(new Locator.FilterOptions().setHasText(reason))
                .first();
        admin.page().waitForCondition(() -> {
            admin.page().navigate(stack.address("lebong") + "/admin/jejak-audit?jenis=CHANGE");
            admin.page().locator("#audit-end").waitFor();
            return row.isVisible();
        });
        return row;
    }

    /** One a month ahead that nothing closes, and none before it that could be closed by another run. */
    private LocalDate workingDay() {
        var today = LocalDate.now(ZoneId.of("Asia/Jakarta"));
        return Stream.iterate(today.plusDays(30), day -> day.plusDays(1))
                .filter(day -> day.getDayOfWeek() == DayOfWeek.WEDNESDAY)
                .filter(day -> due(day.minusDays(1)).equals(day) && due(day).equals(day.plusDays(1)))
                .findFirst()
                .orElseThrow();
    }

    /** The day on which something is due that arrived at noon of the day before, and takes one working day. */
    private LocalDate due(LocalDate day) {
        var answer = stack.send(stack.request(
                "lebong", "/api/v1/calendar/deadline?from=%sT12:00:00%%2B07:00&days=1".formatted(day.minusDays(1))));
        var deadline =
                JsonMapper.shared().readTree(answer.body()).path("deadline").asString();
        return LocalDate.parse(deadline.substring(0, 10));
    }
}
