package id.satuatap.gateway.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import java.util.Locale;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;

/** A refusal has a language, whatever the caller says about hers. */
class LanguageFuzzTest {

    @ValueSource(strings = {"en-GB, id;q=0.5", "*", "en;q=2", ",", ";q=", "id_ID"})
    @FuzzTest(maxDuration = "2m")
    void any_wish_leads_to_one_of_two_languages(@NotNull String wish) {
        var headers = new HttpHeaders();
        headers.add(HttpHeaders.ACCEPT_LANGUAGE, wish);

        assertThat(Messages.language(headers)).isIn(Messages.INDONESIAN, Locale.ENGLISH);
    }
}
