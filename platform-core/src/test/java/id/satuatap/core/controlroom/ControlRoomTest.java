package id.satuatap.core.controlroom;

import static org.assertj.core.api.Assertions.assertThat;

import id.satuatap.core.controlroom.ControlRoom.Regency;
import id.satuatap.core.spbe.Publication;
import id.satuatap.core.tenancy.Region;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ControlRoomTest {

    private static final BigDecimal DOMAIN = new BigDecimal("2.40");

    @Test
    void equal_values_share_a_rank_and_domains_are_shown_without_an_index() {
        var indexes = Map.of("76.01", decimal("2.5"), "76.03", decimal("2.50"), "76.04", decimal("1.9"));
        var published = new Publication(
                2025, "permenpanrb-59-2020", "key", "title", indexes, Map.of(), Map.of("76.02", Map.of("D1", DOMAIN)));

        var room = ControlRoom.of(
                2025,
                region("76"),
                List.of(region("76.01"), region("76.02"), region("76.03"), region("76.04")),
                Map.of(),
                List.of(published),
                List.of());

        assertThat(room.regencies()).extracting(Regency::code).containsExactly("76.01", "76.03", "76.04", "76.02");
        assertThat(room.regencies()).extracting(Regency::rank).containsExactly(1, 1, 3, null);
        assertThat(room.regencies().getLast().domains()).containsEntry("D1", DOMAIN);
        assertThat(room.regencies().getLast().history()).containsOnlyNulls();
    }

    private static BigDecimal decimal(String value) {
        return new BigDecimal(value);
    }

    private static Region region(String code) {
        return new Region(code, "Kabupaten " + code, "REGENCY", null, -2.7, 118.9);
    }
}
