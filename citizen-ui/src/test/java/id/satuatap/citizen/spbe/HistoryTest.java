package id.satuatap.citizen.spbe;

import static org.assertj.core.api.Assertions.assertThat;

import id.satuatap.citizen.spbe.SpbeClient.Instrument;
import id.satuatap.citizen.spbe.SpbeClient.Result;
import id.satuatap.citizen.spbe.SpbeClient.Source;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HistoryTest {

    private static final List<Instrument> INSTRUMENTS = List.of(
            new Instrument("old", "Peraturan Menteri PANRB Nomor 5 Tahun 2018 tentang …", List.of(2018, 2019, 2020)),
            new Instrument(
                    "new", "Peraturan Menteri PANRB Nomor 59 Tahun 2020 tentang …", List.of(2021, 2022, 2023, 2024)));

    @Test
    void every_year_since_the_first_evaluation_is_there_loaded_or_not() {
        var history = history(result(2023, "new", "3.64"), result(2024, "new", "3.99"));

        assertThat(history.years()).extracting(Year::year).containsExactly(2018, 2019, 2020, 2021, 2022, 2023, 2024);
        assertThat(history.years()).filteredOn(Year::isLoaded).hasSize(2);
    }

    @Test
    void years_are_grouped_by_the_regulation_that_held() {
        var history = history(result(2018, "old", "2.62"), result(2024, "new", "4.14"));

        assertThat(history.eras())
                .extracting(Era::shortName)
                .containsExactly("Permen PANRB 5/2018", "Permen PANRB 59/2020");
    }

    @Test
    void a_change_is_told_from_one_year_to_the_next() {
        var change = history(result(2023, "new", "3.64"), result(2024, "new", "3.99"))
                .change();

        assertThat(change).isNotNull();
        assertThat(change.direction()).isEqualTo("risen");
        assertThat(change.size()).isEqualByComparingTo("0.35");
    }

    @Test
    void no_change_is_told_across_a_gap_or_across_instruments() {
        assertThat(history(result(2022, "new", "3.19"), result(2024, "new", "3.99"))
                        .change())
                .isNull();
        assertThat(history(result(2020, "old", "2.62"), result(2021, "new", "2.76"))
                        .change())
                .isNull();
    }

    @Test
    void a_history_without_results_has_no_figures() {
        assertThat(history().hasFigures()).isFalse();
        assertThat(history().change()).isNull();
    }

    @Test
    void a_year_that_the_source_gives_no_predicate_for_is_on_no_step_of_the_scale() {
        var year = new Year(2018, "old", new BigDecimal("2.62"), null, List.of(), "menpan.go.id", null);

        assertThat(year.step()).isZero();
    }

    private static History history(Result... results) {
        return History.of(List.of(results), INSTRUMENTS, Map.of(), 2024);
    }

    private static Result result(int year, String instrument, String index) {
        return new Result(
                year, instrument, new BigDecimal(index), "Baik", Map.of(), new Source("key", "Laporan"), null);
    }
}
