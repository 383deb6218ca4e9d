package id.satuatap.core.spbe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import id.satuatap.core.spbe.OfficialResult.Kind;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfficialResultFileTest {

    private static final List<OfficialResult> RESULTS = OfficialResultFile.results();
    private static final Instruments INSTRUMENTS = new Instruments();
    private static final Map<String, NamedCsvRecord> REGIONS =
            rows("region/regions.csv").stream().collect(Collectors.toMap(row -> row.getField("code"), row -> row));
    private static final String HEADER = "region,body,kind,year,instrument,index,predicate,D1,D2,D3,D4,"
            + "A1,A2,A3,A4,A5,A6,A7,A8,levels,complete,source,note\n";

    @Test
    void all_1233_results_are_there_with_instrument_and_source() {
        var sources = OfficialResultFile.sources();

        assertThat(RESULTS).hasSize(1233).allSatisfy(result -> {
            assertThat(INSTRUMENTS.get(result.instrument()).about().validYears())
                    .contains(result.year());
            assertThat(sources).containsKey(result.source());
        });
        assertThat(sources)
                .hasSize(26)
                .allSatisfy((key, title) -> assertThat(title).isNotBlank());
    }

    @Test
    void every_province_regency_and_city_has_a_code_of_its_own_kind() {
        assertThat(REGIONS).hasSize(552);
        assertThat(RESULTS)
                .filteredOn(result -> result.kind().isRegion())
                .hasSize(1021)
                .allSatisfy(result -> {
                    assertThat(REGIONS).containsKey(result.region());
                    assertThat(REGIONS.get(result.region()).getField("kind"))
                            .isEqualTo(result.kind().name());
                });
        assertThat(RESULTS)
                .filteredOn(result -> !result.kind().isRegion())
                .hasSize(212)
                .allSatisfy(result -> assertThat(result.region()).isNull());
    }

    @Test
    void a_region_has_one_result_a_year() {
        assertThat(RESULTS.stream()
                        .filter(result -> result.region() != null)
                        .map(result -> result.region() + " " + result.year()))
                .doesNotHaveDuplicates();
    }

    @Test
    void every_code_follows_from_the_published_name_or_a_needed_alias() {
        var byName = REGIONS.values().stream()
                .collect(Collectors.toMap(
                        row -> row.getField("name").toLowerCase(Locale.ROOT), row -> row.getField("code")));
        var aliases = rows("spbe/region-aliases.csv").stream()
                .collect(Collectors.toMap(row -> row.getField("body"), row -> row.getField("region")));

        assertThat(aliases.keySet())
                .hasSize(19)
                .allSatisfy(body -> assertThat(byName).doesNotContainKey(officialName(body)));
        assertThat(RESULTS)
                .filteredOn(result -> result.region() != null)
                .allSatisfy(result -> assertThat(
                                byName.getOrDefault(officialName(result.body()), aliases.get(result.body())))
                        .as(result.body())
                        .isEqualTo(result.region()));
    }

    @ParameterizedTest
    @CsvSource({
        "Pemerintah Kab. Bandung, 32.04",
        "Pemerintah Kota Bandung, 32.73",
        "Pemerintah Kab. Bandung Barat, 32.17",
        "Pemerintah Kab. Bogor, 32.01",
        "Pemerintah Kota Bogor, 32.71",
        "Pemerintah Kab. Kupang, 53.01",
        "Pemerintah Kota Kupang, 53.71",
        "Pemerintah Kab. Gorontalo, 75.01",
        "Pemerintah Kota Gorontalo, 75.71",
        "Pemerintah Provinsi Gorontalo, 75",
        "Pemerintah Aceh, 11",
        "Pemerintah Provinsi NTB, 52",
        "Pemerintah D.I. Yogyakarta, 34",
        "Pemerintah Kab. Rejang Lebong, 17.02"
    })
    void bodies_of_one_name_are_told_apart(String body, String code) {
        assertThat(RESULTS)
                .filteredOn(result -> result.body().equals(body))
                .isNotEmpty()
                .allSatisfy(result -> assertThat(result.region()).isEqualTo(code));
    }

    @Test
    void the_complete_cases_recompute_to_two_decimals_in_every_aspect_domain_and_index() {
        assertThat(RESULTS).filteredOn(OfficialResult::complete).hasSize(4).allSatisfy(result -> {
            var levels = new HashMap<Integer, BigDecimal>();
            result.levels().forEach((no, level) -> levels.put(no, BigDecimal.valueOf(level)));

            var score = INSTRUMENTS.get(result.instrument()).score(result.year(), levels);

            assertThat(score.complete()).isTrue();
            assertThat(score.rounded().index()).isEqualByComparingTo(result.index());
            assertThat(score.predicate()).isEqualTo(result.predicate());
            assertSame(score.rounded().domains(), result.domains());
            assertSame(score.rounded().aspects(), result.aspects());
        });
    }

    @Test
    void an_index_of_full_precision_follows_from_its_aspects() {
        var result = RESULTS.stream()
                .filter(row -> row.source().equals("tauval-contoh-2025"))
                .findFirst()
                .orElseThrow();

        var index = INSTRUMENTS.get(result.instrument()).domains().stream()
                .flatMap(domain -> domain.aspects().stream())
                .map(aspect ->
                        aspect.weight().times(Fraction.of(result.aspects().get(aspect.code()))))
                .reduce(Fraction.ZERO, Fraction::plus)
                .dividedBy(Fraction.of(100));

        assertThat(index.rounded(9)).isEqualTo(Fraction.of(result.index()));
    }

    @Test
    void bojonegoro_2018_is_the_official_value_not_its_own_estimate() {
        assertThat(RESULTS)
                .filteredOn(result -> "35.22".equals(result.region()) && result.year() == 2018)
                .singleElement()
                .extracting(OfficialResult::index)
                .isEqualTo(new BigDecimal("2.62"));
    }

    @Test
    void partial_levels_are_read_by_indicator() {
        var acehTengah = RESULTS.stream()
                .filter(result -> result.source().equals("acehtengah-2025"))
                .findFirst()
                .orElseThrow();

        assertThat(acehTengah.levels()).hasSize(37).doesNotContainKeys(1, 2, 5, 6, 7, 8, 18, 38, 43, 44);
        assertThat(acehTengah.province()).isEqualTo("11");
        assertThat(acehTengah.complete()).isFalse();
    }

    @Test
    void kinds_count_as_published() {
        assertThat(RESULTS.stream().collect(Collectors.groupingBy(OfficialResult::kind, Collectors.counting())))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        Kind.PROVINCE,
                        73L,
                        Kind.REGENCY,
                        765L,
                        Kind.CITY,
                        183L,
                        Kind.CENTRAL,
                        177L,
                        Kind.AGGREGATE,
                        35L));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ",Badan X,PUSAT,2024,i,,,,,,,,,,,,,,,,false,s, "
                        + "| No enum constant id.satuatap.core.spbe.OfficialResult.Kind.PUSAT",
                ",,CENTRAL,2024,i,,,,,,,,,,,,,,,,false,s, | body is empty",
                ",Kab. X,REGENCY,2024,i,,,,,,,,,,,,,,,,false,s, "
                        + "| a province, regency or city needs a region code, and nothing else has one",
                ",Badan X,CENTRAL,2024,i,'3,5',,,,,,,,,,,,,,,false,s, | index is \"3,5\", not a number",
                ",Badan X,CENTRAL,2024,i,,,,,,,,,,,,,,,12x,false,s, | level 3 is \"x\"",
                ",Badan X,CENTRAL,2024,i,,,,,,,,,,,,,,,,ya,s, | complete is \"ya\""
            },
            quoteCharacter = '^')
    void a_faulty_row_is_refused_by_file_and_line(String row, String sentence) {
        assertThatIllegalStateException()
                .isThrownBy(() -> OfficialResultFile.results(HEADER + row.replace('\'', '"')))
                .withMessage("spbe/official-results.csv, line 2: " + sentence);
    }

    private static void assertSame(Map<String, BigDecimal> recomputed, Map<String, BigDecimal> published) {
        assertThat(shown(recomputed)).isEqualTo(shown(published));
    }

    private static Map<String, BigDecimal> shown(Map<String, BigDecimal> values) {
        return values.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, value -> value.getValue().setScale(2, RoundingMode.UNNECESSARY)));
    }

    private static String officialName(String body) {
        return body.replaceFirst("^Pemerintah ", "")
                .replaceFirst("^Kab\\. ", "Kabupaten ")
                .replaceFirst("^Provinsi ", "")
                .toLowerCase(Locale.ROOT);
    }

    private static List<NamedCsvRecord> rows(String file) {
        try (var rows = CsvReader.builder()
                .ofNamedCsvRecord(new InputStreamReader(
                        OfficialResultFile.class.getClassLoader().getResourceAsStream(file), StandardCharsets.UTF_8))) {
            return rows.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
