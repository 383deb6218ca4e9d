package id.satuatap.admin.controlroom;

import static org.assertj.core.api.Assertions.assertThat;

import id.satuatap.admin.controlroom.ControlRoomClient.ControlRoom;
import id.satuatap.admin.controlroom.ControlRoomClient.Step;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ControlRoomAnswerTest {

    @Test
    void a_history_has_a_step_for_each_publication_that_names_the_regency() {
        var room = JsonMapper.shared().readValue("""
                {"year": 2024, "previousYear": 2023, "years": [2024, 2023], "province": {"code": "17", "name": "Bengkulu"},
                 "average": {"index": 3.24, "previous": null, "count": 1}, "risen": 0, "equal": 0, "fallen": 0, "source": null,
                 "publications": [{"year": 2023, "instrument": "permenpanrb-59-2020", "source": "Laporan 2023"},
                                  {"year": 2024, "instrument": "permenpanrb-59-2020", "source": "Laporan 2024"}],
                 "regencies": [{"code": "17.02", "name": "Kabupaten Rejang Lebong", "kind": "REGENCY", "slug": null, "lat": -3.5, "lng": 102.5,
                                "index": 3.24, "predicate": "Baik", "previous": null, "change": null, "rank": 1, "domains": {},
                                "history": [null, 3.24]}],
                 "shared": []}
                """, ControlRoom.class);

        assertThat(room.regencies().getFirst().history())
                .containsExactly(new Step(2024, new BigDecimal("3.24"), "permenpanrb-59-2020", "Laporan 2024"));
    }
}
