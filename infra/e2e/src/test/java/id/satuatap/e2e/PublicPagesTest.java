package id.satuatap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import id.satuatap.stack.Stack;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What citizens open, on a phone and on a desk: readable for all, nothing cut off. */
class PublicPagesTest {

    private final Stack stack = RunningStack.get();

    @ParameterizedTest
    @CsvSource({
        "rembang, /, 'Kabupaten Rembang'",
        "bangkalan, /kantor, '61'",
        "rejanglebong, /spbe, '3,24'",
        "bojonegoro, /en/, 'Bojonegoro'",
        "'', /, 'Satu Atap'"
    })
    void a_public_page_is_readable_for_all(String tenant, String path, String text) {
        var address = tenant.isEmpty() ? stack.gateway() : stack.address(tenant);
        for (var page : List.of(Browser.desktop(), Browser.phone())) {
            page.navigate(address + path);

            assertThat(page.locator("main").textContent()).contains(text);
            assertThat(overflow(page))
                    .as("sideways scrolling at %d px", page.viewportSize().width)
                    .isZero();
            assertThat(new AxeBuilder(page)
                            .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                            .analyze()
                            .getViolations())
                    .isEmpty();
            Browser.close(page);
        }
    }

    private static int overflow(Page page) {
        return ((Number) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .intValue();
    }
}
