package id.satuatap.admin.controlroom;

import id.satuatap.admin.controlroom.ControlRoomClient.Average;
import id.satuatap.admin.controlroom.ControlRoomClient.ControlRoom;
import id.satuatap.admin.controlroom.ControlRoomClient.Province;
import id.satuatap.admin.controlroom.ControlRoomClient.Regency;
import id.satuatap.admin.controlroom.ControlRoomClient.Step;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

final class ControlRoomFixture {

    private ControlRoomFixture() {}

    static Regency regency(String code, String name, @Nullable String index, @Nullable String change, Step... history) {
        return new Regency(
                code,
                name,
                "regency",
                null,
                -3.5,
                102.5,
                index == null ? null : new BigDecimal(index),
                null,
                null,
                change == null ? null : new BigDecimal(change),
                null,
                Map.of(),
                List.of(history));
    }

    static Step step(int year, String index, String instrument) {
        return new Step(year, new BigDecimal(index), instrument, "Laporan Evaluasi SPBE");
    }

    static ControlRoom room(Regency... regencies) {
        return new ControlRoom(
                2024,
                2023,
                List.of(2024, 2023),
                new Province("17", "Bengkulu"),
                new Average(null, null, 0),
                0,
                0,
                0,
                null,
                List.of(regencies),
                List.of());
    }
}
