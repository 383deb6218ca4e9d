package id.satuatap.admin.controlroom;

import static id.satuatap.admin.controlroom.ControlRoomFixture.regency;
import static id.satuatap.admin.controlroom.ControlRoomFixture.room;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AttentionTest {

    @Test
    void the_worst_fall_comes_first_then_who_stands_still_is_behind_or_missing() {
        var points = Attention.points(room(
                regency("17.01", "Kabupaten Naik", "3.40", "0.20"),
                regency("17.02", "Kabupaten Tetap", "2.70", "0.00"),
                regency("17.03", "Kabupaten Turun", "2.90", "-0.10"),
                regency("17.04", "Kabupaten Jatuh", "2.26", "-0.28"),
                regency("17.05", "Kabupaten Kosong", null, null)));

        assertThat(points)
                .extracting(point -> point.kind() + " " + point.regency().code())
                .containsExactly("FELL 17.04", "FELL 17.03", "STUCK 17.02", "BEHIND 17.04", "MISSING 17.05");
    }
}
