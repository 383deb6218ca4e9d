package id.satuatap.core.spbe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.entry;

import id.satuatap.core.shared.BadInput;
import id.satuatap.core.shared.Fault;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class ScoreRequestTest {

    private static final Instruments INSTRUMENTS = new Instruments();

    @Test
    void a_year_and_levels_are_read() {
        var request = read("{\"year\": 2024, \"levels\": {\"1\": 3, \"47\": 5, \"2\": null, \"3\": 4.0}}");

        assertThat(request.year()).isEqualTo(2024);
        assertThat(request.levels().keySet()).containsExactly(1, 3, 47);
        assertThat(request.levels().get(3)).isEqualByComparingTo("4");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"levels\": {}}                          | year      | fault.required",
                "{\"year\": null, \"levels\": {}}          | year      | fault.required",
                "{\"year\": \"2024\", \"levels\": {}}      | year      | fault.whole-number",
                "{\"year\": 2024.5, \"levels\": {}}        | year      | fault.whole-number",
                "{\"year\": 2017, \"levels\": {}}          | year      | fault.year",
                "{\"year\": 2101, \"levels\": {}}          | year      | fault.year",
                "{\"year\": 99999999999, \"levels\": {}}   | year      | fault.year",
                "{\"year\": 2024}                          | levels    | fault.required",
                "{\"year\": 2024, \"levels\": [3]}         | levels    | fault.object",
                "{\"year\": 2024, \"levels\": {}, \"x\":1} | x         | fault.unknown",
                "{\"year\": 2024, \"levels\": {\"48\":1}}  | levels.48 | fault.indicator",
                "{\"year\": 2024, \"levels\": {\"0\":1}}   | levels.0  | fault.indicator",
                "{\"year\": 2024, \"levels\": {\"01\":1}}  | levels.01 | fault.indicator",
                "{\"year\": 2024, \"levels\": {\"A1\":1}}  | levels.A1 | fault.indicator",
                "{\"year\": 2024, \"levels\": {\"3\":0}}   | levels.3  | fault.range",
                "{\"year\": 2024, \"levels\": {\"3\":6}}   | levels.3  | fault.range",
                "{\"year\": 2024, \"levels\": {\"3\":-1}}  | levels.3  | fault.range",
                "{\"year\": 2024, \"levels\": {\"3\":1e99}}  | levels.3 | fault.range",
                "{\"year\": 2024, \"levels\": {\"3\":1e999}} | levels.3 | fault.number",
                "{\"year\": 2024, \"levels\": {\"3\":3.5}} | levels.3  | fault.whole-number",
                "{\"year\": 2024, \"levels\": {\"3\":\"3\"}} | levels.3 | fault.number",
                "{\"year\": 2024, \"levels\": {\"3\":true}} | levels.3 | fault.number",
                "{\"year\": 2024, \"levels\": {\"3\":{}}}  | levels.3  | fault.number"
            })
    void a_fault_is_named_by_its_field(String body, String field, String code) {
        assertThat(faults(body)).extracting(Fault::field, Fault::code).containsExactly(tuple(field, code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "3", "\"x\"", "null"})
    void a_body_that_is_no_object_is_refused(String body) {
        assertThat(faults(body)).extracting(Fault::field, Fault::code).containsExactly(tuple("", "fault.object"));
    }

    @Test
    void all_faults_are_named_at_once() {
        var faults = faults(
                "{\"year\": 1999, \"levels\": {\"1\": 3, \"2\": 9, \"3\": \"tiga\", \"99\": 1, \"4\": 2.5}, \"tahun\": 2024}");

        assertThat(faults)
                .extracting(Fault::field)
                .containsExactlyInAnyOrder("year", "levels.2", "levels.3", "levels.99", "levels.4", "tahun");
    }

    @Test
    void a_fraction_is_taken_in_each_indicator_of_pemdi_and_kept_exactly() {
        var pemdi = INSTRUMENTS.get("permenpanrb-8-2026");
        var body = JsonMapper.shared().readTree("{\"year\": 2026, \"levels\": {\"2\": 1.5, \"3\": 1.26, \"6\": 4.12}}");

        var request = ScoreRequest.read(body, pemdi);

        assertThat(request.levels())
                .containsExactly(
                        entry(2, new BigDecimal("1.5")),
                        entry(3, new BigDecimal("1.26")),
                        entry(6, new BigDecimal("4.12")));
    }

    private static ScoreRequest read(String json) {
        return ScoreRequest.read(JsonMapper.shared().readTree(json), INSTRUMENTS.get("permenpanrb-59-2020"));
    }

    private static List<Fault> faults(String json) {
        return catchThrowableOfType(BadInput.class, () -> read(json)).faults();
    }

    private static org.assertj.core.groups.Tuple tuple(Object... values) {
        return org.assertj.core.groups.Tuple.tuple(values);
    }
}
