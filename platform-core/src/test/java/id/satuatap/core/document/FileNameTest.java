package id.satuatap.core.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.satuatap.core.shared.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {

    @Test
    void a_long_name_loses_its_middle_and_keeps_its_ending() {
        var name = FileName.clean("Peraturan Bupati " + "tentang Tata Kelola ".repeat(10) + "(SALINAN FINAL).pdf");

        assertThat(name)
                .hasSize(190)
                .startsWith("Peraturan Bupati tentang")
                .contains("…")
                .endsWith("(SALINAN FINAL).pdf");
        assertThat(FileName.clean(name)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(ints = {127, 128, 129, 130, 131})
    void no_letter_is_cut_in_two(int before) {
        var name = FileName.clean("x".repeat(before) + "😀".repeat(60) + "x");

        assertThat(name.codePoints()).noneMatch(letter -> letter >= 0xd800 && letter <= 0xdfff);
        assertThat(name).hasSizeLessThanOrEqualTo(190);
    }

    @ParameterizedTest
    @CsvSource({
        "foto.jfif, image/jpeg, foto.jfif",
        "foto.JPEG, image/jpeg, foto.JPEG",
        "foto.webp, image/jpeg, foto.jpg",
        "animasi.gif, image/png, animasi.png",
        "laporan.exe, application/pdf, laporan.exe.pdf",
        "laporan.pdf, image/png, laporan.pdf.png"
    })
    void the_ending_is_that_of_what_the_file_is(String name, String mediaType, String named) {
        assertThat(FileName.named(name, mediaType)).isEqualTo(named);
    }

    @ParameterizedTest
    @ValueSource(strings = {"...", "/", "\u202e", "a\ufffdb"})
    void what_leaves_no_name_is_refused(String name) {
        assertThatThrownBy(() -> FileName.clean(name)).isInstanceOf(BadInput.class);
    }
}
