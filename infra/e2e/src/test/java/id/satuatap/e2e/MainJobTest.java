package id.satuatap.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import id.satuatap.stack.SmallPdf;
import id.satuatap.stack.Stack;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/**
 * The main job, by four people in a real browser through the gateway: the overseer watches, the assessor answers one indicator with
 * evidence, the coordinator shares, and the overseer's open screen shows it by itself.
 */
class MainJobTest {

    private static final byte[] PDF = SmallPdf.saying("Peraturan Bupati");
    private static final LocatorAssertions.ContainsTextOptions SOON =
            new LocatorAssertions.ContainsTextOptions().setTimeout(20_000);

    private final Stack stack = RunningStack.get();

    @Test
    void one_indicator_travels_from_the_assessor_to_the_provinces_open_screen() {
        var overseer = signIn(Browser.desktop(), "bengkulu", "province-overseer", "kendali");
        assertThat(overseer.locator("#average")).containsText("2,75");
        assertThat(overseer.locator("[id^=rank-]")).hasCount(10);
        assertThat(overseer.locator("#rank-17\\.02")).containsText("3,24");
        assertThat(overseer.locator("#source")).containsText("2024");
        clean(overseer);

        var assessor = signIn(Browser.desktop(), "rejanglebong", "internal-assessor", "penilaian");
        var address = openAssessment(assessor);
        answerFirstIndicator(assessor);
        clean(assessor);

        var coordinator = Browser.desktop();
        Browser.signIn(coordinator, address, stack.credentials().user("rejanglebong", "coordinator"));
        assertThat(coordinator.locator("#read-only")).isVisible();
        var before = overseer.locator("#shared-17\\.02");
        var told = before.count() == 0 ? "" : before.textContent();
        coordinator.locator("#share").click();
        assertThat(coordinator.locator("#share-dialog")).containsText("provinsi");
        coordinator.locator("#share-confirm").click();
        var sharedAt = Instant.now();

        awaitOther(overseer.locator("#shared-17\\.02"), told);
        var waited = Duration.between(sharedAt, Instant.now());
        System.out.printf("shared assessment shown after %d ms%n", waited.toMillis());
        assertThat(overseer.locator("#shared-17\\.02")).containsText("Rejang Lebong");
        assertThat(overseer.locator("#shared-17\\.02")).containsText("DATA SIMULASI");
        assertThat(overseer.locator("#rank-17\\.02"))
                .containsText("3,24"); // beside the official figures, not among them

        Browser.close(coordinator);
        Browser.close(assessor);
        Browser.close(overseer);
    }

    @Test
    void the_session_of_one_tenant_opens_no_other_door() {
        var page = signIn(Browser.desktop(), "lebong", "coordinator", "penilaian");
        var cookies = page.context().cookies();
        var foreign = stack.address("bangkalan") + "/admin/penilaian";
        cookies.stream()
                .filter(cookie -> cookie.name.equals("SATUATAP_ADMIN"))
                .forEach(cookie -> page.context()
                        .addCookies(
                                java.util.List.of(new com.microsoft.playwright.options.Cookie(cookie.name, cookie.value)
                                        .setUrl(foreign))));

        var answer = page.navigate(foreign);

        assertThat(answer.status()).isIn(401, 403);
        assertThat(page.content()).doesNotContain("Lebong");
        Browser.close(page);
    }

    @Test
    void a_wrong_password_is_refused_without_saying_which_was_wrong() {
        var page = Browser.phone();
        page.navigate(stack.address("lebong") + "/admin/");
        page.locator("input[name=username]").fill("nobody.nowhere");
        page.locator("input[name=password]").fill("salah-sekali-123");
        page.locator("input[name=password]").press("Enter");

        assertThat(page.locator("[role=alert], .sa-error-summary").first()).isVisible();
        clean(page);
        Browser.close(page);
    }

    private String openAssessment(Page assessor) {
        var open = assessor.locator("a[id^=open-]");
        assertThat(assessor.locator("#start-assessment")).isVisible();
        if (open.count() == 0) {
            assessor.locator("#start-assessment").click();
            assessor.locator("#start-confirm").click();
        } else {
            open.first().click();
        }
        assessor.waitForURL("**/indikator/**");
        assertThat(assessor.locator("#indicator-name")).isVisible();
        return assessor.url();
    }

    private void answerFirstIndicator(Page assessor) {
        var index = assessor.locator("#score-index");
        var before = index.textContent();
        var level = assessor.locator("#level-3").locator("xpath=ancestor::vaadin-radio-button");
        var other = assessor.locator("#level-4").locator("xpath=ancestor::vaadin-radio-button");
        (level.getAttribute("checked") == null ? level : other).click();
        assessor.locator("#fact textarea")
                .fill("Perbup Rejang Lebong 12/2025 tentang tata kelola, pasal 3, halaman 4.");
        assessor.locator("#analysis textarea")
                .fill("Kebijakan sudah ditetapkan dan berlaku bagi seluruh perangkat daerah.");
        assertThat(assessor.locator("#save-status")).containsText("ersimpan", SOON);
        assertThat(index).not().hasText(before == null ? "" : before);

        assessor.locator("#evidence-upload input[type=file]")
                .setInputFiles(new FilePayload("1.R-Perbup-Tata-Kelola.pdf", "application/pdf", PDF));
        assertThat(assessor.locator("#evidence-list")).containsText("1.R-Perbup-Tata-Kelola.pdf", SOON);
        assessor.reload();
        assertThat(assessor.locator("#evidence-list")).containsText("1.R-Perbup-Tata-Kelola.pdf", SOON);
        assertThat(assessor.locator("#fact textarea")).hasValue(java.util.regex.Pattern.compile("Perbup.*"));
    }

    private Page signIn(Page page, String tenant, String role, String view) {
        return Browser.signIn(
                page,
                stack.address(tenant) + "/admin/" + view,
                stack.credentials().user(tenant, role));
    }

    private static void awaitOther(Locator row, String before) {
        assertThat(row).isVisible();
        if (!before.isEmpty()) {
            assertThat(row).not().hasText(before);
        }
    }

    /** No serious finding of axe, by WCAG 2.2 AA. */
    private static void clean(Page page) {
        var found = new AxeBuilder(page)
                .withTags(java.util.List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                .analyze();
        assertThat(found.getViolations()).as(page.url()).isEmpty();
    }
}
