package id.satuatap.core.spbe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.satuatap.core.shared.NotFound;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstrumentsTest {

    private static final Instruments INSTRUMENTS = new Instruments();

    /** Two aspects of two indicators; every refusal below changes one thing in it. */
    private static final String SOUND = """
            {"id": "uji",
             "about": {"regulation": "Peraturan Uji", "title": "Uji", "source": "naskah", "validYears": [2030, 2031],
                       "provisional": false, "notes": []},
             "levelNames": {"process": ["a", "b", "c", "d", "e"], "service": ["f", "g", "h", "i", "j"]},
             "predicates": [{"name": "Baik", "min": "2.6"}, {"name": "Kurang", "min": "1"}],
             "domains": [
              {"code": "D1", "name": "Satu", "weight": "40", "aspects": [
               {"code": "A1", "name": "Aspek 1", "weight": "40", "indicators": [
                {"no": 1, "name": "Indikator 1", "weight": "15.5", "kind": "process", "levels": ["1", "2", "3", "4", "5"]},
                {"no": 2, "name": "Indikator 2", "weight": "24.5", "kind": "process"}]}]},
              {"code": "D2", "name": "Dua", "weight": "60", "aspects": [
               {"code": "A2", "name": "Aspek 2", "weight": "60", "indicators": [
                {"no": 3, "name": "Indikator 3", "weight": "160/3", "kind": "service"},
                {"no": 4, "name": "Indikator 4", "weight": "20/3", "kind": "service"}]}]}]}
            """;

    @ParameterizedTest
    @CsvSource({
        "permenpanrb-5-2018, 35, 3, 7, false",
        "permenpanrb-5-2018-37, 37, 3, 7, false",
        "permenpanrb-59-2020, 47, 4, 8, false",
        "permenpanrb-8-2026, 20, 1, 7, true"
    })
    void the_four_instruments_are_loaded(String id, int indicators, int domains, int aspects, boolean provisional) {
        var instrument = INSTRUMENTS.get(id);

        assertThat(INSTRUMENTS.all()).hasSize(4);
        assertThat(instrument.indicators()).hasSize(indicators);
        assertThat(instrument.domains()).hasSize(domains);
        assertThat(instrument.domains().stream()
                        .mapToInt(domain -> domain.aspects().size()))
                .satisfies(counts -> assertThat(
                                counts.stream().mapToInt(Integer::intValue).sum())
                        .isEqualTo(aspects));
        assertThat(instrument.about().provisional()).isEqualTo(provisional);
    }

    @Test
    void every_indicator_of_2020_tells_what_each_level_asks() {
        assertThat(INSTRUMENTS.get("permenpanrb-59-2020").indicators()).allSatisfy(indicator -> {
            assertThat(indicator.guide().levels()).hasSize(5);
            assertThat(indicator.guide().scope()).isNotBlank();
            assertThat(indicator.guide().evidence()).isNotBlank();
            assertThat(indicator.guide().owner()).isNotBlank();
        });
    }

    @Test
    void pemdi_tells_what_each_level_asks_and_what_proves_it_and_takes_fractions_everywhere() {
        var pemdi = INSTRUMENTS.get("permenpanrb-8-2026");

        assertThat(pemdi.indicators()).allSatisfy(indicator -> {
            assertThat(indicator.fractional()).isTrue();
            assertThat(indicator.guide().levels()).hasSize(5);
            assertThat(indicator.guide().levelEvidence()).hasSize(5).doesNotContain(List.of());
            assertThat(indicator.guide().owner()).isNotBlank();
        });
        assertThat(pemdi.indicators().stream()
                        .filter(indicator -> indicator.guide().externalSource() != null)
                        .map(Indicator::no))
                .containsExactly(5, 6, 7, 10, 11, 12, 18);
        assertThat(pemdi.levelNames().process())
                .containsExactly("Merintis", "Membangun", "Berkembang", "Melembaga", "Unggul");
    }

    @ParameterizedTest
    @ValueSource(strings = {"permenpanrb-5-2018", "permenpanrb-5-2018-37", "permenpanrb-59-2020"})
    void the_instruments_before_pemdi_take_whole_levels_only(String id) {
        assertThat(INSTRUMENTS.get(id).indicators())
                .noneMatch(Indicator::fractional)
                .allMatch(indicator -> indicator.guide().levelEvidence().isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "2018, permenpanrb-5-2018-37",
        "2020, permenpanrb-5-2018-37",
        "2021, permenpanrb-59-2020",
        "2025, permenpanrb-59-2020",
        "2026, permenpanrb-8-2026",
        "2031, permenpanrb-8-2026"
    })
    void each_year_has_one_instrument_in_force(int year, String id) {
        assertThat(INSTRUMENTS.inForce(year).id()).isEqualTo(id);
    }

    @Test
    void an_unknown_instrument_and_a_year_before_all_are_not_found() {
        assertThatThrownBy(() -> INSTRUMENTS.get("permenpanrb-1-1999"))
                .isInstanceOf(NotFound.class)
                .extracting("code")
                .isEqualTo("instrument.unknown");
        assertThatThrownBy(() -> INSTRUMENTS.inForce(2017))
                .isInstanceOf(NotFound.class)
                .extracting("code")
                .isEqualTo("instrument.none-in-force");
    }

    @Test
    void the_sound_example_loads() {
        assertThat(new Instruments(Map.of("uji.json", SOUND)).get("uji").indicators())
                .hasSize(4);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void a_faulty_file_is_refused_with_one_sentence(Fault fault) {
        var file = SOUND.replace(fault.sound(), fault.faulty());
        assertThat(file).isNotEqualTo(SOUND);

        assertThatIllegalStateException()
                .isThrownBy(() -> new Instruments(Map.of("uji.json", file)))
                .withMessage(fault.sentence());
    }

    static Stream<Fault> faults() {
        return Stream.of(
                new Fault(
                        "\"weight\": \"15.5\"",
                        "\"weight\": \"15.4\"",
                        "uji.json, domains[0].aspects[0]: aspect A1 weighs 40, but its indicators weigh 399/10 together"),
                new Fault(
                        "\"Satu\", \"weight\": \"40\"",
                        "\"Satu\", \"weight\": \"41\"",
                        "uji.json, domains[0]: domain D1 weighs 41, but its aspects weigh 40 together"),
                new Fault(
                        "\"160/3\"",
                        "\"53.333333333\"",
                        "uji.json, domains[1].aspects[0]: aspect A2 weighs 60, but its indicators weigh "
                                + "179999999999/3000000000 together"),
                new Fault("""
                        "weight": "60", "aspects": [
                           {"code": "A2", "name": "Aspek 2", "weight": "60", "indicators": [
                            {"no": 3, "name": "Indikator 3", "weight": "160/3\"""", """
                        "weight": "50", "aspects": [
                           {"code": "A2", "name": "Aspek 2", "weight": "50", "indicators": [
                            {"no": 3, "name": "Indikator 3", "weight": "130/3\"""", "uji.json: its domains weigh 90 together, not 100"),
                new Fault(
                        "\"weight\": \"15.5\"",
                        "\"weight\": \"lima\"",
                        "uji.json, domains[0].aspects[0].indicators[0].weight: \"lima\" is not a number like 13, 1.3 or 10/3"),
                new Fault(
                        "\"weight\": \"15.5\"",
                        "\"weight\": 15.5",
                        "uji.json, domains[0].aspects[0].indicators[0].weight: should be a text that isn't empty"),
                new Fault(
                        "\"weight\": \"15.5\"",
                        "\"weight\": \"0\"",
                        "uji.json, domains[0].aspects[0].indicators[0]: indicator 1 weighs 0, which is not above zero"),
                new Fault("\"no\": 3", "\"no\": 4", "uji.json: aspect A2 has indicator 4 where 3 should stand"),
                new Fault("\"no\": 4", "\"no\": 3", "uji.json: aspect A2 has indicator 3 where 4 should stand"),
                new Fault("\"no\": 1", "\"no\": 0", "uji.json: aspect A1 has indicator 0 where 1 should stand"),
                new Fault(
                        "\"no\": 1",
                        "\"no\": \"1\"",
                        "uji.json, domains[0].aspects[0].indicators[0].no: should be a whole number"),
                new Fault(
                        "\"a\", \"b\", \"c\", \"d\", \"e\"",
                        "\"a\", \"b\", \"c\", \"d\"",
                        "uji.json, levelNames: it names 4 process and 5 service levels, not five of each"),
                new Fault(
                        "\"f\", \"g\"",
                        "\"f\", \" \"",
                        "uji.json, levelNames.service[1]: should be a text that isn't empty"),
                new Fault(
                        "[\"1\", \"2\", \"3\", \"4\", \"5\"]",
                        "[\"1\", \"2\"]",
                        "uji.json, domains[0].aspects[0].indicators[0]: has 2 level texts, not five"),
                new Fault(
                        "\"levels\": [\"1\"",
                        "\"levelEvidence\": [[\"x\"], []], \"levels\": [\"1\"",
                        "uji.json, domains[0].aspects[0].indicators[0]: has evidence for 2 levels, not five"),
                new Fault(
                        "\"levels\": [\"1\"",
                        "\"levelEvidence\": [[3]], \"levels\": [\"1\"",
                        "uji.json, domains[0].aspects[0].indicators[0].levelEvidence[0][0]: should be a text that isn't empty"),
                new Fault(
                        "\"service\"}]}]}]}",
                        "\"produk\"}]}]}]}",
                        "uji.json, domains[1].aspects[0].indicators[1].kind: \"produk\" is neither process nor service"),
                new Fault("\"min\": \"2.6\"", "\"min\": \"1\"", "uji.json: predicate Kurang must begin below Baik"),
                new Fault("\"min\": \"1\"", "\"min\": \"1.5\"", "uji.json: its lowest predicate must begin at 1"),
                new Fault("\"code\": \"D2\"", "\"code\": \"D1\"", "uji.json: the code D1 is used twice"),
                new Fault(
                        "\"id\": \"uji\"",
                        "\"id\": \"lain\"",
                        "uji.json: its id is lain, but the file is called uji.json"),
                new Fault(
                        "[2030, 2031]",
                        "[2031, 2030]",
                        "uji.json, about: its valid years must rise from one to the next, at least one year"),
                new Fault(
                        "\"provisional\": false",
                        "\"provisional\": \"false\"",
                        "uji.json, about.provisional: should be true or false"),
                new Fault("\"title\": \"Uji\", ", "", "uji.json, about: title is missing"),
                new Fault("\"notes\": []", "\"notes\": \"\"", "uji.json, about.notes: should be a list"),
                new Fault(
                        "\"notes\": []",
                        "\"notes\": [], \"scoredAs\": \"lain\"",
                        "uji.json, about.scoredAs: there is no instrument lain"));
    }

    @Test
    void no_file_at_all_is_refused() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new Instruments(Map.of()))
                .withMessage("there is no instrument at classpath:spbe/instruments/*.json");
    }

    @Test
    void a_file_that_is_not_json_is_refused() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new Instruments(Map.of("uji.json", "{\"id\": ")))
                .withMessageStartingWith("uji.json: is not valid JSON: ");
    }

    @Test
    void two_instruments_in_force_in_one_year_are_refused() {
        var other = SOUND.replace("\"id\": \"uji\"", "\"id\": \"lain\"").replace("[2030, 2031]", "[2031]");

        assertThatIllegalStateException()
                .isThrownBy(() -> new Instruments(Map.of("uji.json", SOUND, "lain.json", other)))
                .withMessage("lain.json, about.validYears: 2031 already belongs to uji");
    }

    record Fault(String sound, String faulty, String sentence) {}
}
