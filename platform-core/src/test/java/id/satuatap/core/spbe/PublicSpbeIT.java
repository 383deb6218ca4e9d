package id.satuatap.core.spbe;

import static org.assertj.core.api.Assertions.assertThat;

import id.satuatap.core.setup.TestPlatform;
import java.util.HashSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;

class PublicSpbeIT {

    private static final TestPlatform PLATFORM = TestPlatform.get();
    private static final String SCORE = "/api/v1/spbe/instruments/permenpanrb-59-2020/score";

    @Test
    void all_instruments_are_listed_and_readable() {
        var list = get("/api/v1/spbe/instruments");

        assertThat(list.at("/items")
                        .valueStream()
                        .map(item -> item.at("/indicators").intValue()))
                .containsExactlyInAnyOrder(35, 37, 47, 20);
        assertThat(get("/api/v1/spbe/instruments/permenpanrb-59-2020")
                        .at("/domains")
                        .size())
                .isEqualTo(4);
        PLATFORM.bare()
                .get()
                .uri("/api/v1/spbe/instruments/none")
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void levels_are_scored_without_signing_in() {
        var levels =
                IntStream.rangeClosed(1, 47).mapToObj(no -> "\"" + no + "\":3").collect(Collectors.joining(","));

        PLATFORM.bare()
                .post()
                .uri(SCORE)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"year\":2024,\"levels\":{" + levels + "}}")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.index")
                .isEqualTo(3)
                .jsonPath("$.predicate")
                .isEqualTo("Baik")
                .jsonPath("$.complete")
                .isEqualTo(true)
                .jsonPath("$.predicateRule.assumed")
                .isEqualTo(false);
    }

    @Test
    void every_fault_of_a_score_request_is_named_at_once() {
        PLATFORM.bare()
                .post()
                .uri(SCORE)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"levels\":{\"1\":6,\"48\":3,\"2\":\"x\"},\"more\":1}")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.faults.length()")
                .isEqualTo(5);
        PLATFORM.bare()
                .post()
                .uri(SCORE)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"year\":2024,")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:problem:request.malformed");
    }

    @Test
    void levels_are_never_rounded_and_many_faults_make_no_long_answer() {
        var almostFive = "5." + "0".repeat(50) + "1";
        PLATFORM.bare()
                .post()
                .uri(SCORE)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"year\":2024,\"levels\":{\"1\":" + almostFive + "}}")
                .exchange()
                .expectStatus()
                .isBadRequest();
        var many = IntStream.range(0, 5000).mapToObj(no -> "\"f" + no + "\":1").collect(Collectors.joining(","));
        PLATFORM.bare()
                .post()
                .uri(SCORE)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"year\":2024,\"levels\":{}," + many + "}")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.faults.length()")
                .isEqualTo(100);
    }

    @Test
    void a_form_of_answer_that_is_not_there_is_refused_plainly() {
        PLATFORM.bare()
                .get()
                .uri("/api/v1/spbe/results?limit=1")
                .header("Accept", "application/json;charset=utf-16")
                .exchange()
                .expectStatus()
                .isEqualTo(406);
        PLATFORM.bare()
                .get()
                .uri("/api/v1/spbe/results?after=-1")
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void results_go_on_page_by_page_and_none_comes_twice() {
        var seen = new HashSet<String>();
        var next = "0";
        while (next != null) {
            var page = get("/api/v1/spbe/results?limit=200&after=" + next);
            page.at("/items")
                    .forEach(item -> seen.add(item.at("/body").asString() + item.at("/year") + item.at("/source/key")));
            next = page.at("/next").isNull() ? null : page.at("/next").asString();
        }

        assertThat(seen).hasSize(1233);
    }

    @Test
    void results_can_be_narrowed_and_bad_filters_are_named() {
        var page = get("/api/v1/spbe/results?year=2024&province=17&kind=regency");

        assertThat(page.at("/items").size()).isEqualTo(9);
        PLATFORM.bare()
                .get()
                .uri("/api/v1/spbe/results?year=1900&kind=planet&province=x")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.faults.length()")
                .isEqualTo(3);
    }

    @Test
    void the_whole_list_comes_as_csv() {
        var csv = PLATFORM.bare()
                .get()
                .uri("/api/v1/spbe/results")
                .accept(MediaType.parseMediaType("text/csv"))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();

        assertThat(csv.lines().count()).isEqualTo(1234);
        assertThat(csv).startsWith("region,body,kind,year,instrument,index,predicate,D1");
    }

    @Test
    void bangkalan_shows_today_and_the_61_of_2018() {
        var offices = get("/api/v1/tenants/bangkalan/offices");

        assertThat(offices.at("/items").size()).isEqualTo(49);
        assertThat(offices.at("/counts/0/count").intValue()).isEqualTo(61);
        assertThat(offices.at("/counts/0/year").intValue()).isEqualTo(2018);
    }

    private static JsonNode get(String uri) {
        return PLATFORM.bare()
                .get()
                .uri(uri)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
    }
}
