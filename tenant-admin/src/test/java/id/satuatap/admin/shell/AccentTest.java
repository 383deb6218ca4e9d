package id.satuatap.admin.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AccentTest {

    @Test
    void text_on_the_accent_is_ink_when_the_accent_is_light() {
        assertThat(Accent.of("#ffd54a").orElseThrow().style()).endsWith("--sa-on-accent:#182026");
        assertThat(Accent.of("#0b5c8a").orElseThrow().style()).endsWith("--sa-on-accent:#ffffff");
    }

    @Test
    void what_is_no_colour_never_reaches_the_page() {
        assertThat(Accent.of("red;background:url(//x)")).isEmpty();
        assertThat(Accent.of(null)).isEmpty();
    }
}
