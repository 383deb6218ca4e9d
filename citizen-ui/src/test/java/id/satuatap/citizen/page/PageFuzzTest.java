package id.satuatap.citizen.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

/** Addresses and searches as visitors write them: a link in the other language stays on this host, a search stays a search. */
class PageFuzzTest {

    @ValueSource(
            strings = {"", "en", "en/", "en//evil.example/x", "/evil.example", "en/\\evil.example", "english", "spbe"})
    @FuzzTest(maxDuration = "2m")
    void the_other_language_is_on_this_host(@NotNull String tail) {
        var request = new MockHttpServletRequest("GET", "/" + tail);
        var language = Language.of(request);
        var frame = new Frame(language, null, Language.pathWithoutLanguage(request), "");

        var link = frame.hrefInOtherLanguage();

        assertThat(link).startsWith("/").doesNotStartWith("//").doesNotStartWith("/\\");
        assertThat(link.equals("/en") || link.startsWith("/en/")).isEqualTo(language == Language.INDONESIAN);
    }

    @CsvSource({"dinas KESEHATAN, Dinas Kesehatan", "'  ', x", "'\u3000a\u00a0b', ab", "'', ''", "ＤＩＮＡＳ, İ"})
    @FuzzTest(maxDuration = "2m")
    void a_search_is_short_and_finds_what_it_says(@NotNull String typed, @NotNull String text) {
        var search = Search.of(typed);

        assertThat(search.text()).hasSizeLessThanOrEqualTo(100);
        assertThat(Search.of(search.text())).isEqualTo(search);
        assertThat(search.finds(text, search.text())).isTrue();
        if (search.isEmpty()) {
            assertThat(search.finds(text)).isTrue();
        }
    }
}
