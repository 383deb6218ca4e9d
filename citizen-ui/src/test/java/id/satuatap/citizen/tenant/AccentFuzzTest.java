package id.satuatap.citizen.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.InRange;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import java.awt.Color;
import org.junit.jupiter.params.provider.ValueSource;

/** A colour from outside ends up in a stylesheet: only six digits ever do, and what stands on them can be read. */
class AccentFuzzTest {

    @ValueSource(strings = {"#0b5c8a", "#FFFFFF", "#fff;}body{display:none}", "#0b5c8a\n", "", "#00000g"})
    @FuzzTest(maxDuration = "2m")
    void only_a_colour_gets_through(@NotNull String text) {
        var accent = Accent.of(text);

        assertThat(accent.hex()).matches("#[0-9a-f]{6}").hasSize(7);
        assertThat(accent.hex().equalsIgnoreCase(text) || accent.equals(Accent.DEFAULT))
                .isTrue();
        assertThat(Accent.of(accent.hex())).isEqualTo(accent);
    }

    @ValueSource(ints = {0, 0xffffff, 0x777777, 0xffff00, 0x0000ff})
    @FuzzTest(maxDuration = "2m")
    void every_colour_can_be_read(@InRange(min = 0, max = 0xffffff) int rgb) {
        var accent = new Accent(new Color(rgb));

        assertThat(Accent.contrast(Color.decode(accent.onAccent()), accent.colour()))
                .isGreaterThanOrEqualTo(4.5);
        assertThat(Accent.contrast(Color.decode(accent.textOnLight()), Color.WHITE))
                .isGreaterThanOrEqualTo(4.5);
        assertThat(Accent.contrast(Color.decode(accent.textOnDark()), new Color(0x1b2328)))
                .isGreaterThanOrEqualTo(4.5);
    }
}
