package id.satuatap.core.information.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.satuatap.core.information.publication.Announcement.State;
import id.satuatap.core.shared.BadInput;
import id.satuatap.core.shared.Conflict;
import id.satuatap.core.shared.Fault;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnnouncementTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 12, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 12, 5);

    /** Half past eleven at night in the west is the next day in the middle and in the east. */
    @ParameterizedTest
    @CsvSource({
        "2026-12-05T16:30:00Z, CURRENT, PAST, PAST",
        "2026-12-05T15:30:00Z, CURRENT, CURRENT, PAST",
        "2026-12-05T14:59:59Z, CURRENT, CURRENT, CURRENT",
        "2026-11-30T15:00:00Z, PLANNED, PLANNED, CURRENT",
        "2026-11-30T16:00:00Z, PLANNED, CURRENT, CURRENT",
        "2026-11-30T17:00:00Z, CURRENT, CURRENT, CURRENT"
    })
    void its_days_begin_and_end_at_midnight_of_the_tenants_zone(Instant now, State wib, State wita, State wit) {
        var announcement = announcement(content(FIRST, LAST, null));

        assertThat(announcement.state(day(now, "Asia/Jakarta"))).isEqualTo(wib);
        assertThat(announcement.state(day(now, "Asia/Makassar"))).isEqualTo(wita);
        assertThat(announcement.state(day(now, "Asia/Jayapura"))).isEqualTo(wit);
    }

    @Test
    void what_is_withdrawn_is_neither_shown_nor_changed_nor_withdrawn_again() {
        var withdrawn = announcement(content(FIRST, LAST, null)).withdraw(Instant.EPOCH);

        assertThat(withdrawn.state(FIRST)).isEqualTo(State.WITHDRAWN);
        assertThatThrownBy(() -> withdrawn.withdraw(Instant.EPOCH)).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> withdrawn.saying(content(FIRST, LAST, null), FIRST))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void a_text_of_blanks_is_none() {
        var blank = new Announcement.Content("Judul", "\u2003\n\u2003", null, false, FIRST, LAST, null);

        assertThatThrownBy(() -> blank.check(FIRST))
                .isInstanceOfSatisfying(
                        BadInput.class,
                        bad -> assertThat(bad.faults()).extracting(Fault::field).containsExactly("text"));
    }

    @Test
    void all_that_is_wrong_is_named_at_once() {
        assertThatThrownBy(() -> content(LAST, FIRST, "rembang").check(FIRST))
                .isInstanceOfSatisfying(
                        BadInput.class,
                        bad -> assertThat(bad.faults())
                                .extracting(Fault::code)
                                .containsExactly("fault.announcement-end", "fault.announcement-link"));
        assertThatThrownBy(() -> content(FIRST, LAST, null).check(LAST.plusDays(1)))
                .isInstanceOfSatisfying(
                        BadInput.class,
                        bad -> assertThat(bad.faults())
                                .extracting(Fault::code)
                                .containsExactly("fault.announcement-past"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://contoh.example",
                "javascript:alert(1)",
                "data:text/html,x",
                "https:",
                "https:///x",
                "https://rembangkab.example@lain.example/",
                "HTTPS://contoh.example",
                "https://contoh.example/a b",
                "//contoh.example",
                "contoh.example"
            })
    void a_link_is_a_whole_address_that_hides_no_other_host(String link) {
        assertThatThrownBy(() -> content(FIRST, LAST, link).check(FIRST)).isInstanceOf(BadInput.class);
    }

    @Test
    void a_whole_address_is_a_link() {
        content(FIRST, LAST, "https://contoh.example/vaksin?kecamatan=lasem#jadwal")
                .check(LAST);
    }

    private static LocalDate day(Instant now, String zone) {
        return LocalDate.ofInstant(now, ZoneId.of(zone));
    }

    private static Announcement announcement(Announcement.Content content) {
        return new Announcement(UUID.randomUUID(), content, true, UUID.randomUUID(), Instant.EPOCH, null, 1);
    }

    private static Announcement.Content content(LocalDate from, LocalDate to, @Nullable String link) {
        return new Announcement.Content("Judul", "Isi", link, false, from, to, null);
    }
}
