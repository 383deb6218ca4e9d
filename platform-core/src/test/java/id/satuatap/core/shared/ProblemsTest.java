package id.satuatap.core.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemsTest {

    private final Problems problems = new Problems();

    @ParameterizedTest
    @CsvSource({"TOO_SLOW, 408", "TOO_LARGE, 413", "TYPE, 415"})
    void content_that_is_not_taken_has_the_status_of_its_reason(Unacceptable.Reason reason, int status) {
        var problem = problems.of(new Unacceptable(reason, "document.type"), Sentences.INDONESIAN);

        assertThat(problem.status().value()).isEqualTo(status);
    }

    @Test
    void a_slow_line_is_told_how_long_it_had_in_both_languages() {
        var slow = new Unacceptable(Unacceptable.Reason.TOO_SLOW, "document.too-slow", 9L);

        assertThat(problems.of(slow, Sentences.INDONESIAN).detail()).contains("terlalu lambat", "9 menit");
        assertThat(problems.of(slow, Locale.ENGLISH).detail()).contains("too slow", "9 minutes");
    }
}
