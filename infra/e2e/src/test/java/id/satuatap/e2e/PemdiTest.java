package id.satuatap.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import id.satuatap.stack.Stack;
import java.math.BigDecimal;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An assessor fills an indicator of Pemdi, whose value may lie between two levels. */
@Tag("journey")
class PemdiTest {

    @BeforeAll
    static void waitForStates() {
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
    }

    private final Stack stack = RunningStack.get();

    @Test
    void a_value_between_two_levels_is_typed_and_stays_when_only_a_text_changes() {
        var page = indicator();
        var value = page.locator("#level-value input");
        assertThat(value).hasAttribute("inputmode", "decimal");
        assertThat(page.locator("#level-2")).containsText("Bukti:");

        var now = System.nanoTime();
        var decimals = 10 + now % 89;
        value.fill("3." + decimals);
        value.press("Enter");
        assertThat(page.locator("#history p").first()).containsText("Level " + format(decimals));
        assertThat(value).hasValue(format(decimals));
        assertThat(page.locator("#levels vaadin-radio-button[checked]")).hasCount(0);
        page.locator("#fact textarea").fill("Perbup\u000b12/2025\u200b " + now);
        assertThat(page.locator("#history p").first()).containsText("penjelasan diubah");
        page.reload();

        assertThat(value).hasValue(format(decimals));
        assertThat(page.locator("#fact textarea")).hasValue("Perbup\n12/2025 " + now);
        assertThat(page.locator("a[aria-current=page] .admin-dot")).hasText(format(decimals));
        Browser.close(page);
    }

    @Test
    void what_is_no_value_is_told_at_its_field() {
        var page = indicator();

        page.locator("#level-value input").fill("7");
        page.locator("#level-value input").press("Enter");

        assertThat(page.locator("#level-value[invalid]")).containsText("Angka 1 sampai 5");
        Browser.close(page);
    }

    private Page indicator() {
        var page = Browser.signIn(
                Browser.desktop(),
                stack.address("bojonegoro") + "/admin/penilaian",
                stack.credentials().user("bojonegoro", "internal-assessor"));
        var pemdi = page.locator("tr, li")
                .filter(new Locator.FilterOptions().setHasText("PermenPANRB 8/2026"))
                .locator("a[id^=open-]");
        assertThat(page.locator("#start-assessment")).isVisible();
        if (pemdi.count() == 0) {
            page.locator("#start-assessment").click();
            page.locator("#start-confirm").click();
        } else {
            pemdi.first().click();
        }
        page.waitForURL("**/indikator/**");
        return page;
    }

    /** As Indonesians write it. */
    private static String format(long decimals) {
        return new BigDecimal("3." + decimals).stripTrailingZeros().toString().replace('.', ',');
    }
}
