package id.satuatap.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import id.satuatap.identity.TestProperties;
import jakarta.servlet.http.Cookie;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** What a browser says about the language it wishes for. */
class LanguageFuzzTest {

    @SuppressWarnings("NullAway") // without a session nothing is pending, and neither is asked
    private static final LanguageResolver LANGUAGES =
            new LanguageResolver(new SavedAuthorizationRequests(null, null), TestProperties.http());

    @CsvSource({"en, id, ''", "'', '', 'en-GB, id;q=0.5'", "xx, \"en\", ','", "'', '', ';q='", "'', '', '*;q=2'"})
    @FuzzTest(maxDuration = "2m")
    void any_wish_leads_to_a_language_we_speak(
            @NotNull String parameter, @NotNull String cookie, @NotNull String header) {
        var request = new MockHttpServletRequest();
        request.setParameter("lang", parameter);
        request.setCookies(new Cookie("SATUATAP_LANG", cookie));
        request.addHeader("Accept-Language", header);
        var response = new MockHttpServletResponse();

        LANGUAGES.preHandle(request, response, this);

        assertThat(LANGUAGES.resolveLocale(request)).isIn(LanguageResolver.SPOKEN);
        assertThat(response.getHeaders("Set-Cookie"))
                .allMatch(set -> set.startsWith("SATUATAP_LANG=" + parameter + ";"));
    }
}
