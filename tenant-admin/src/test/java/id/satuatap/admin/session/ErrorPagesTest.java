package id.satuatap.admin.session;

import static org.assertj.core.api.Assertions.assertThat;

import id.satuatap.admin.shared.Texts;
import id.satuatap.servlet.page.PlainPages;
import jakarta.servlet.RequestDispatcher;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class ErrorPagesTest {

    private final ErrorPages pages = new ErrorPages(new PlainPages(new WorkspaceWords(new Texts())));

    @ParameterizedTest
    @CsvSource({
        "404, Halaman tidak ditemukan",
        "403, Permintaan ini ditolak",
        "500, Ada kesalahan di pihak kami",
        "799, Ada kesalahan di pihak kami"
    })
    void a_failure_is_told_in_plain_words_and_is_not_kept(int status, String words) throws Exception {
        var request = new MockHttpServletRequest();
        request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, status);
        request.setAttribute(RequestDispatcher.ERROR_MESSAGE, "secret");
        var response = new MockHttpServletResponse();

        pages.explain(request, response);

        assertThat(response.getStatus()).isEqualTo(status == 799 ? 500 : status);
        assertThat(response.getContentAsString()).contains(words).doesNotContain("secret", "Whitelabel");
        assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store");
    }
}
