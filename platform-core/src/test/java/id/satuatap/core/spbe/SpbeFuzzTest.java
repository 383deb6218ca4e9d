package id.satuatap.core.spbe;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import id.satuatap.core.shared.BadInput;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Numbers, levels and the files of the instrument: read exactly, or refused with a sentence that says where. */
class SpbeFuzzTest {

    private static final Instrument INSTRUMENT = new Instruments().get("permenpanrb-59-2020");
    private static final String HEAD =
            "region,body,kind,year,instrument,index,predicate,D1,D2,D3,D4,A1,A2,A3,A4,A5,A6,A7,A8,levels,complete,source,note\n";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @ValueSource(strings = {"13", "1.3", "10/3", "1/0", "0.0/1", "999999999.999999999/1", "١"})
    @FuzzTest(maxDuration = "2m")
    void a_number_is_exact_or_refused(@NotNull String text) {
        Fraction number;
        try {
            number = Fraction.parse(text);
        } catch (IllegalArgumentException refused) {
            return;
        }

        assertThat(number.denominator().signum()).isPositive();
        assertThat(number.decimal().scale()).isBetween(0, 10);
        if (text.matches("[0-9]+")) {
            assertThat(number).isEqualTo(Fraction.of(Long.parseLong(text)));
        }
        var ten = Fraction.of(10);
        assertThat(number.times(ten).dividedBy(ten)).isEqualTo(number);
        assertThat(number.plus(number).compareTo(number)).isGreaterThanOrEqualTo(0);
    }

    @ValueSource(
            strings = {
                "{\"year\":2024,\"levels\":{\"1\":3,\"47\":5,\"2\":null}}",
                "{\"year\":2024,\"levels\":{\"1\":1e999999999}}",
                "{\"year\":2024,\"levels\":{\"1\":1e-999999999}}",
                "{\"year\":1e9999,\"levels\":[]}",
                "{\"levels\":{\"0\":0},\"x\":[]}"
            })
    @FuzzTest(maxDuration = "2m")
    void levels_are_scored_or_refused(@NotNull String body) {
        ScoreRequest request;
        try {
            request = ScoreRequest.read(JSON.readTree(body), INSTRUMENT);
        } catch (BadInput | JacksonException refused) {
            return;
        }

        assertThat(request.year()).isBetween(2018, 2100);
        assertThat(request.levels().values()).allMatch(Indicator::inRange);
        var score = INSTRUMENT.score(request.year(), request.levels());
        assertThat(score.index()).isBetween(BigDecimal.ZERO, BigDecimal.valueOf(5));
    }

    static Stream<String> instruments() throws IOException {
        var file = new ClassPathResource("spbe/instruments/permenpanrb-59-2020.json")
                .getContentAsString(StandardCharsets.UTF_8);
        return Stream.of(file, "{\"id\":\"x\",\"about\":{}}", "[]", "", "{\"id\":\"x\",\"id\":1}", "{\"id\":null}");
    }

    @MethodSource("instruments")
    @FuzzTest(maxDuration = "2m")
    void an_instrument_adds_up_or_is_refused_with_its_file(@NotNull String json) {
        try {
            var instrument = InstrumentFile.read("permenpanrb-59-2020.json", json);
            assertThat(instrument.indicators()).isNotEmpty();
        } catch (IllegalStateException refused) {
            assertThat(refused).hasMessageStartingWith("permenpanrb-59-2020.json");
        }
    }

    static Stream<String> results() {
        return Stream.of(
                "33.17,Kabupaten Rembang,REGENCY,2023,permenpanrb-59-2020,3.12,Baik,,,,,,,,,,,,,1-5,true,key,\n",
                "\"",
                "a,b\n",
                ",,,,\n\n",
                "a,b,c,x,,,,,,,,,,,,,,,,,,,\n");
    }

    @MethodSource("results")
    @FuzzTest(maxDuration = "2m")
    void results_are_read_or_refused_with_their_line(@NotNull String rows) {
        try {
            OfficialResultFile.results(HEAD + rows).forEach(result -> {
                assertThat(result.body()).isNotBlank();
                assertThat(result.levels().values()).allMatch(level -> level >= 1 && level <= 5);
            });
        } catch (IllegalStateException refused) {
            assertThat(refused).hasMessageContaining("spbe/official-results.csv");
        }
    }
}
