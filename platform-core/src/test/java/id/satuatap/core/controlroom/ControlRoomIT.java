package id.satuatap.core.controlroom;

import static id.satuatap.core.setup.TestPlatform.BENGKULU;
import static org.assertj.core.api.Assertions.assertThat;

import id.satuatap.core.setup.TestPlatform;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Figures: Laporan Pelaksanaan Evaluasi SPBE 2024 and Laporan Evaluasi SPBE 2023, Kementerian PANRB. */
class ControlRoomIT {

    private static final TestPlatform PLATFORM = TestPlatform.get();

    @Test
    void bengkulu_sees_her_ten_regencies_ranked_by_the_official_values_of_2024() {
        var room = room(2024);

        assertThat(room.at("/regencies").size()).isEqualTo(10);
        assertThat(room.at("/average/index").decimalValue()).isEqualByComparingTo("2.75");
        assertThat(room.at("/average/count").intValue()).isEqualTo(10);
        assertThat(room.at("/risen").intValue()
                        + room.at("/equal").intValue()
                        + room.at("/fallen").intValue())
                .isEqualTo(10);
        var first = room.at("/regencies/0");
        assertThat(first.at("/name").asString()).isEqualTo("Kabupaten Lebong");
        assertThat(first.at("/rank").intValue()).isEqualTo(1);
        assertThat(first.at("/index").decimalValue()).isEqualByComparingTo("3.38");
        assertThat(first.at("/slug").asString()).isEqualTo("lebong");
        assertThat(room.at("/source/title").asString()).contains("2024");
    }

    @Test
    void rejang_lebong_stands_at_3_24_after_3_23() {
        var room = room(2024);
        var regency = room.at("/regencies")
                .valueStream()
                .filter(row -> row.at("/code").asString().equals("17.02"))
                .findFirst()
                .orElseThrow();

        assertThat(regency.at("/index").decimalValue()).isEqualByComparingTo("3.24");
        assertThat(regency.at("/previous").decimalValue()).isEqualByComparingTo("3.23");
        assertThat(regency.at("/change").decimalValue()).isEqualByComparingTo("0.01");
        assertThat(regency.at("/predicate").asString()).isEqualTo("Baik");
        assertThat(history(room, regency)).containsEntry(2023, "3.23").containsEntry(2024, "3.24");
        assertThat(regency.at("/domains/D1").decimalValue()).isEqualByComparingTo("3.60");
    }

    @Test
    void a_year_without_results_is_empty_and_never_zero() {
        var room = room(2019);

        assertThat(room.at("/average/index").isNull()).isTrue();
        assertThat(room.at("/source").isNull()).isTrue();
        assertThat(room.at("/regencies"))
                .allSatisfy(regency -> assertThat(regency.at("/index").isNull()).isTrue());
    }

    @Test
    void without_a_year_it_is_the_newest_that_at_least_half_of_the_regencies_have() {
        var room = open("");

        var newest = room.at("/years")
                .valueStream()
                .map(JsonNode::intValue)
                .filter(year -> 2 * regenciesWithAnIndexIn(year, room)
                        >= room.at("/regencies").size())
                .findFirst();
        assertThat(room.at("/year").intValue()).isEqualTo(newest.orElseThrow());
        assertThat(room).isEqualTo(room(newest.orElseThrow()));
    }

    private static long regenciesWithAnIndexIn(int year, JsonNode room) {
        return room.at("/regencies")
                .valueStream()
                .filter(regency -> history(room, regency).containsKey(year))
                .count();
    }

    /** Each publication that has a value of the regency, by its year. */
    private static Map<Integer, String> history(JsonNode room, JsonNode regency) {
        return IntStream.range(0, regency.at("/history").size())
                .filter(i -> !regency.at("/history").get(i).isNull())
                .boxed()
                .collect(Collectors.toMap(
                        i -> room.at("/publications").get(i).at("/year").intValue(),
                        i -> regency.at("/history").get(i).asString()));
    }

    private static JsonNode room(int year) {
        return open("?year=" + year);
    }

    private static JsonNode open(String query) {
        return PLATFORM.as("province-overseer", BENGKULU)
                .get()
                .uri("/api/v1/spbe/control-room" + query)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
    }
}
