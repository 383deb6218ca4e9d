package id.satuatap.admin.controlroom;

import static id.satuatap.admin.controlroom.ControlRoomFixture.regency;
import static id.satuatap.admin.controlroom.ControlRoomFixture.room;
import static id.satuatap.admin.controlroom.ControlRoomFixture.step;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TrendChartTest {

    private final ControlRoomClient.Regency bojonegoro = regency(
            "35.22",
            "Kabupaten Bojonegoro",
            "3.40",
            "0.20",
            step(2024, "3.40", "permenpanrb-59-2020"),
            step(2018, "2.62", "permenpanrb-5-2018"),
            step(2023, "3.20", "permenpanrb-59-2020"));

    @Test
    void a_line_breaks_where_the_instrument_changed() {
        assertThat(TrendChart.parts(bojonegoro))
                .extracting(
                        part -> part.stream().map(ControlRoomClient.Step::year).toList())
                .containsExactly(java.util.List.of(2018), java.util.List.of(2023, 2024));
    }

    @Test
    void a_year_without_a_value_is_a_gap_and_not_a_zero() {
        var option = new TrendChart(room(bojonegoro)).option("35.22");

        assertThat(option.at("/xAxis/data").toString()).isEqualTo("[\"2018\",\"2023\",\"2024\"]");
        assertThat(option.at("/series/1/data").toString()).isEqualTo("[null,3.20,3.40]");
    }
}
