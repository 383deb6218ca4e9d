package id.satuatap.admin.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import org.junit.jupiter.params.provider.ValueSource;

/** A tenant's colour becomes a style: six digits, and nothing after them. */
class AccentFuzzTest {

    @ValueSource(strings = {"#0b5c8a", "#FFFFFF", "#fff;}", "#0b5c8a\n", "", "#00000g"})
    @FuzzTest(maxDuration = "2m")
    void only_a_colour_becomes_a_style(@NotNull String text) {
        Accent.of(text)
                .ifPresent(accent -> assertThat(accent.style())
                        .matches("--sa-accent:#[0-9a-fA-F]{6};--sa-on-accent:#[0-9a-f]{6}")
                        .hasSize(42));
    }
}
