package id.satuatap.core.spbe;

import static org.assertj.core.api.Assertions.assertThat;

import id.satuatap.core.access.PublicOperation;
import java.time.Year;
import java.time.ZoneId;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

class InstrumentControllerTest {

    private final WebTestClient client = WebTestClient.bindToController(new InstrumentController(new Instruments()))
            .build();

    @Test
    void lists_the_instruments_and_marks_the_one_in_force() {
        client.get()
                .uri("/api/v1/spbe/instruments")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(4)
                .jsonPath("$.items[2].id")
                .isEqualTo("permenpanrb-59-2020")
                .jsonPath("$.items[2].indicators")
                .isEqualTo(47)
                .jsonPath("$.items[3].provisional")
                .isEqualTo(true)
                .jsonPath("$.items[?(@.inForce == true)].id")
                .isEqualTo(new Instruments()
                        .inForce(Year.now(ZoneId.of("Asia/Jakarta")).getValue())
                        .id());
    }

    @Test
    void shows_an_instrument_down_to_its_level_texts() {
        client.get()
                .uri("/api/v1/spbe/instruments/permenpanrb-59-2020")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.predicates[0].min")
                .isEqualTo(4.2)
                .jsonPath("$.domains[3].weight")
                .isEqualTo(45.5)
                .jsonPath("$.domains[0].aspects[0].indicators[0].weight")
                .isEqualTo(1.3)
                .jsonPath("$.domains[0].aspects[0].indicators[0].kind")
                .isEqualTo("process")
                .jsonPath("$.domains[0].aspects[0].indicators[0].levels.length()")
                .isEqualTo(5)
                .jsonPath("$.levelNames.service[0]")
                .isEqualTo("Informasi");
    }

    @Test
    void shows_a_weight_without_a_decimal_form_as_a_fraction_too() {
        client.get()
                .uri("/api/v1/spbe/instruments/permenpanrb-5-2018-37")
                .exchange()
                .expectBody()
                .jsonPath("$.domains[2].aspects[1].indicators[5].weight")
                .isEqualTo(3.3333333333)
                .jsonPath("$.domains[2].aspects[1].indicators[5].weightExact")
                .isEqualTo("10/3")
                .jsonPath("$.domains[2].aspects[1].indicators[5].levels")
                .isEmpty();
    }

    @Test
    void scores_with_full_and_rounded_values() {
        client.post()
                .uri("/api/v1/spbe/instruments/permenpanrb-59-2020/score")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"year\": 2023, \"levels\": {\"29\": 3, \"30\": 2, \"31\": 3}}")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .json("""
                        {"index": 0.12, "predicate": null,
                         "domains": {"D1": 0, "D2": 0, "D3": 0.7272727273, "D4": 0},
                         "aspects": {"A1": 0, "A2": 0, "A3": 0, "A4": 0, "A5": 0, "A6": 2.6666666667, "A7": 0, "A8": 0},
                         "rounded": {"index": 0.12, "domains": {"D3": 0.73}, "aspects": {"A6": 2.67}},
                         "complete": false,
                         "predicateRule": {"year": 2023, "basis": "rounded", "assumed": false}}
                        """)
                .jsonPath("$.missing.length()")
                .isEqualTo(44);
    }

    @Test
    void scores_the_fractions_of_pemdi_in_the_same_form() {
        client.post()
                .uri("/api/v1/spbe/instruments/permenpanrb-8-2026/score")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"year\": 2026, \"levels\": {\"2\": 1.5, \"3\": 1.26}}")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .json("""
                        {"index": 0.138, "predicate": null,
                         "aspects": {"A1": 0.75, "A2": 0.63, "A3": 0, "A4": 0, "A5": 0, "A6": 0, "A7": 0}}
                        """);
    }

    @Test
    void shows_what_proves_each_level_of_pemdi() {
        client.get()
                .uri("/api/v1/spbe/instruments/permenpanrb-8-2026")
                .exchange()
                .expectBody()
                .jsonPath("$.domains[0].aspects[0].indicators[0].fractional")
                .isEqualTo(true)
                .jsonPath("$.domains[0].aspects[0].indicators[0].levels.length()")
                .isEqualTo(5)
                .jsonPath("$.domains[0].aspects[0].indicators[0].levelEvidence[1].length()")
                .isEqualTo(4);
    }

    @Test
    void every_operation_is_public() {
        assertThat(Arrays.stream(InstrumentController.class.getDeclaredMethods())
                        .filter(method -> method.isAnnotationPresent(GetMapping.class)
                                || method.isAnnotationPresent(PostMapping.class)))
                .hasSize(3)
                .allMatch(method -> method.isAnnotationPresent(PublicOperation.class));
    }
}
