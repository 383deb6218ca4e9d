package id.satuatap.admin.shared;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import id.satuatap.servlet.page.Languages;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {

    private static final Formats INDONESIAN = new Formats(Languages.INDONESIAN, Zones.WESTERN);
    private static final Formats ENGLISH = new Formats(Locale.ENGLISH, Zones.WESTERN);
    private static final Instant NINE_O_FIVE = Instant.parse("2026-11-21T02:05:00Z");

    @Test
    void an_index_has_two_decimals_and_the_comma_of_the_language() {
        assertThat(INDONESIAN.index(new BigDecimal("3.115"))).isEqualTo("3,12");
        assertThat(ENGLISH.index(new BigDecimal("3.1"))).isEqualTo("3.10");
        assertThat(INDONESIAN.index(null)).isEqualTo("–");
    }

    @Test
    void a_change_shows_its_direction_by_what_is_seen_after_rounding() {
        assertThat(INDONESIAN.change(new BigDecimal("0.17"))).isEqualTo("▲ 0,17");
        assertThat(INDONESIAN.change(new BigDecimal("-0.28"))).isEqualTo("▼ 0,28");
        assertThat(INDONESIAN.change(new BigDecimal("0.001"))).isEqualTo("= 0,00");
    }

    @Test
    void dates_and_times_are_those_of_western_indonesia_in_the_language() {
        assertThat(INDONESIAN.date(LocalDate.of(2026, 8, 17))).isEqualTo("17 Agustus 2026");
        assertThat(INDONESIAN.time(NINE_O_FIVE)).isEqualTo("09.05");
        assertThat(ENGLISH.time(NINE_O_FIVE)).isEqualTo("09:05");
        assertThat(INDONESIAN.dateTime(NINE_O_FIVE)).isEqualTo("21 Nov 2026, 09.05");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Asia/Jakarta  | 21 Nov 2026, 09.05 WIB",
                "Asia/Pontianak| 21 Nov 2026, 09.05 WIB",
                "Asia/Makassar | 21 Nov 2026, 10.05 WITA",
                "Asia/Jayapura | 21 Nov 2026, 11.05 WIT"
            })
    void a_moment_is_told_by_the_governments_clocks(String zone, String told) {
        assertThat(new Formats(Languages.INDONESIAN, ZoneId.of(zone)).moment(NINE_O_FIVE))
                .isEqualTo(told);
    }

    @Test
    void a_screen_keeps_the_zone_of_its_government() {
        var ui = new UI();
        UI.setCurrent(ui);
        try {
            assertThat(Formats.current().zone()).isEqualTo(Zones.WESTERN);

            Zones.keep(ui, ZoneId.of("Asia/Jayapura"));

            assertThat(Formats.current().zone()).isEqualTo(ZoneId.of("Asia/Jayapura"));
        } finally {
            UI.setCurrent(null);
        }
    }

    @Test
    void sizes_and_counts_are_grouped_as_the_language_does() {
        assertThat(INDONESIAN.size(26_214_400)).isEqualTo("25,0 MB");
        assertThat(INDONESIAN.size(300_045)).isEqualTo("293 KB");
        assertThat(INDONESIAN.number(1204)).isEqualTo("1.204");
        assertThat(ENGLISH.number(1204)).isEqualTo("1,204");
    }
}
