package id.satuatap.core.spbe.assessment;

import static id.satuatap.core.setup.TestPlatform.BANGKALAN;
import static id.satuatap.core.setup.TestPlatform.BENGKULU;
import static org.assertj.core.api.Assertions.assertThat;

import id.satuatap.core.document.Samples;
import id.satuatap.core.setup.TestPlatform;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

class AssessmentIT {

    private static final TestPlatform PLATFORM = TestPlatform.get();
    private static final String ASSESSMENTS = "/api/v1/spbe/assessments";
    private static final byte[] PDF = Samples.pdf(1);

    private final String tenant = PLATFORM.freshTenant();

    /** A tenant has one assessment per year and instrument. */
    private int nextYear = 2030;

    @Test
    void an_indicator_travels_from_the_assessor_to_the_province() {
        var assessor = PLATFORM.as("internal-assessor", tenant);
        var id = start(assessor);

        var saved = json(
                save(assessor, id, 1, 0, 3).expectStatus().isOk().expectHeader().valueEquals("ETag", "\"1\""));
        assertThat(saved.at("/score/index").decimalValue()).isPositive();
        assertThat(saved.at("/score/complete").booleanValue()).isFalse();
        assertThat(saved.at("/updatedBy").asString()).isEqualTo("Akun internal-assessor." + tenant);

        PLATFORM.as("coordinator", tenant)
                .post()
                .uri(ASSESSMENTS + "/" + id + "/sharing")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.province.slug")
                .isEqualTo(BENGKULU);
        var shared = awaitShared(id);
        assertThat(shared.at("/name").asString()).isEqualTo("Kabupaten " + tenant);
        assertThat(shared.at("/simulated").booleanValue()).isTrue();
        assertThat(shared.at("/answered").intValue()).isEqualTo(1);
        assertThat(sharedWith("jatim", id)).isNull();
    }

    @Test
    void an_assessment_of_one_regency_is_unknown_to_another() {
        var id = start(PLATFORM.as("internal-assessor", tenant));

        var foreign = PLATFORM.as("internal-assessor", BANGKALAN)
                .get()
                .uri(ASSESSMENTS + "/" + id)
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        var random = PLATFORM.as("internal-assessor", BANGKALAN)
                .get()
                .uri(ASSESSMENTS + "/" + UUID.randomUUID())
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();

        assertThat(foreign).isEqualTo(random);
        save(PLATFORM.as("internal-assessor", BANGKALAN), id, 1, 0, 3)
                .expectStatus()
                .isNotFound();
        PLATFORM.as("internal-assessor", BANGKALAN)
                .get()
                .uri(ASSESSMENTS)
                .exchange()
                .expectBody(String.class)
                .value(list -> assertThat(list).doesNotContain(id.toString()));
    }

    @Test
    void who_saves_on_an_older_version_is_shown_what_is_there_now() {
        var assessor = PLATFORM.as("internal-assessor", tenant);
        var id = start(assessor);
        save(assessor, id, 2, 0, 2).expectStatus().isOk();
        save(PLATFORM.as("data-entry", tenant), id, 2, 1, 4).expectStatus().isOk();

        save(assessor, id, 2, 1, 3)
                .expectStatus()
                .isEqualTo(412)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:problem:answer.changed")
                .jsonPath("$.current.level")
                .isEqualTo(4)
                .jsonPath("$.current.version")
                .isEqualTo(2)
                .jsonPath("$.current.history.length()")
                .isEqualTo(2);
        save(assessor, id, 2, 0, 3).expectStatus().isEqualTo(412);
    }

    @Test
    void saving_asks_for_the_version_seen() {
        var assessor = PLATFORM.as("internal-assessor", tenant);
        var id = start(assessor);

        assessor.put()
                .uri(indicator(id, 1))
                .bodyValue(Map.of("level", 3, "fact", "", "analysis", ""))
                .exchange()
                .expectStatus()
                .isEqualTo(428);
    }

    @Test
    void a_value_between_two_levels_stays_as_it_is_when_only_a_text_changes() {
        var assessor = PLATFORM.as("internal-assessor", tenant);
        var id = start(assessor);
        put(assessor, id, 1, 0, "{\"level\":3.57,\"fact\":\"a\",\"analysis\":\"\"}")
                .expectStatus()
                .isOk();

        var read = json(assessor.get().uri(indicator(id, 1)).exchange());
        var again = json(put(assessor, id, 1, 1, Map.of("level", read.at("/level"), "fact", "ab", "analysis", "")));

        assertThat(read.at("/level").decimalValue()).isEqualByComparingTo("3.57");
        assertThat(again.at("/level").decimalValue()).isEqualByComparingTo("3.57");
        assertThat(again.at("/history/0/level").decimalValue()).isEqualByComparingTo("3.57");
        assertThat(again.at("/score/aspects/A1").decimalValue()).isEqualByComparingTo("1.785");
    }

    @Test
    void what_is_pasted_with_unseen_characters_is_saved_without_them() {
        var assessor = PLATFORM.as("internal-assessor", tenant);
        var id = start(assessor);

        put(assessor, id, 1, 0, "{\"level\":2,\"fact\":\"a\\u000bb\",\"analysis\":\"x\\u0002\\u200by\\r\\nz\"}")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.fact")
                .isEqualTo("a\nb")
                .jsonPath("$.analysis")
                .isEqualTo("xy\nz");
    }

    @Test
    void what_can_not_be_saved_is_told_at_its_field() {
        var assessor = PLATFORM.as("internal-assessor", tenant);
        var id = start(assessor);

        put(assessor, id, 1, 0, "{\"level\":2,\"fact\":\"a\",\"analysis\":\"ab\\u0000\"}")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.faults[0].field")
                .isEqualTo("analysis")
                .jsonPath("$.faults[0].message")
                .isEqualTo(
                        "Karakter ke-3 adalah karakter kosong (U+0000), yang tidak dapat disimpan. Hapus, lalu simpan lagi.");
    }

    @Test
    void bad_answers_are_refused_with_a_sentence_in_the_callers_language() {
        var assessor = PLATFORM.as("internal-assessor", tenant);
        var id = start(assessor);

        save(assessor, id, 1, 0, 6)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.faults[0].field")
                .isEqualTo("level")
                .jsonPath("$.faults[0].message")
                .isEqualTo("Isi antara 1 dan 5.");
        assessor.put()
                .uri(indicator(id, 1))
                .header("If-Match", "\"0\"")
                .header("Accept-Language", "en")
                .header("Content-Type", "application/json")
                .bodyValue("{\"level\": \"tiga\", \"fact\": \"\", \"analysis\": \"\"}")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.faults[0].field")
                .isEqualTo("level")
                .jsonPath("$.faults[0].message")
                .isEqualTo("The value is not of the right kind.");
        assessor.put()
                .uri(indicator(id, 1))
                .header("If-Match", "\"0\"")
                .bodyValue(Map.of("level", 3, "fact", "x".repeat(4001), "analysis", ""))
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.faults[0].message")
                .isEqualTo("Panjangnya 0 sampai 4.000 karakter.");
        faulty(assessor, id, Map.of("level", 3, "fact", 5, "analysis", ""), "fact");
        faulty(assessor, id, Map.of("level", 3, "fact", "a\u0000b", "analysis", ""), "fact");
        faulty(assessor, id, Map.of("level", 3, "fact", "", "analysis", "", "tenantId", "x"), "tenantId");
        faulty(assessor, id, Map.of("level", 3, "fact", ""), "analysis");
        save(assessor, id, 21, 0, 3).expectStatus().isNotFound();
    }

    @Test
    void the_same_key_starts_one_assessment_and_another_body_is_refused() {
        var assessor = PLATFORM.as("internal-assessor", tenant);
        var key = UUID.randomUUID().toString();
        int year = nextYear++;

        var first = json(startWith(assessor, key, year).expectStatus().isCreated());
        var second = json(startWith(assessor, key, year).expectStatus().isCreated());

        assertThat(second.at("/id")).isEqualTo(first.at("/id"));
        startWith(assessor, key, nextYear++).expectStatus().isEqualTo(422);
        startWith(assessor, UUID.randomUUID().toString(), year).expectStatus().isEqualTo(409);
    }

    @Test
    void the_same_request_sent_many_times_at_once_has_one_effect() {
        var assessor = PLATFORM.as("internal-assessor", tenant);
        int year = nextYear++;

        var ids = java.util.stream.IntStream.range(0, 20)
                .parallel()
                .mapToObj(number -> json(startWith(assessor, "many-" + year, year)
                                .expectStatus()
                                .isCreated())
                        .at("/id")
                        .asString())
                .distinct()
                .toList();

        assertThat(ids).hasSize(1);
    }

    @Test
    void evidence_is_kept_as_sent_and_only_for_its_tenant() {
        var assessor = PLATFORM.as("internal-assessor", tenant);
        var id = start(assessor);

        var evidence = json(
                upload(assessor, id, "../../1.R-Perbup.pdf", PDF).expectStatus().isCreated());

        assertThat(evidence.at("/name").asString()).isEqualTo("1.R-Perbup.pdf");
        assertThat(evidence.at("/mediaType").asString()).isEqualTo("application/pdf");
        assertThat(evidence.at("/state").asString()).isEqualTo("KEPT");
        assertThat(evidence.at("/notes/0").asString()).isEqualTo("unscanned");
        var content = "/api/v1/documents/" + evidence.at("/document").asString() + "/content";
        assessor.get()
                .uri(content)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueMatches("Content-Disposition", "attachment;.*")
                .expectBody(byte[].class)
                .isEqualTo(PDF);
        PLATFORM.as("internal-assessor", BANGKALAN)
                .get()
                .uri(content)
                .exchange()
                .expectStatus()
                .isNotFound();
        assessor.delete()
                .uri(indicator(id, 1) + "/evidence/" + evidence.at("/id").asString())
                .exchange()
                .expectStatus()
                .isNoContent();
        assessor.get().uri(content).exchange().expectStatus().isNotFound();
    }

    @Test
    void an_upload_sent_twice_with_one_key_is_one_piece_of_evidence() {
        var assessor = PLATFORM.as("internal-assessor", tenant);
        var id = start(assessor);
        var keyed = assessor.mutate()
                .defaultHeader("Idempotency-Key", "upload-" + id)
                .build();

        var first = json(upload(keyed, id, "sk.pdf", PDF).expectStatus().isCreated());
        var second = json(upload(keyed, id, "sk.pdf", PDF).expectStatus().isCreated());

        assertThat(second).isEqualTo(first);
        upload(keyed, id, "lain.pdf", PDF).expectStatus().isEqualTo(422);
        assessor.get()
                .uri(indicator(id, 1))
                .exchange()
                .expectBody()
                .jsonPath("$.evidence.length()")
                .isEqualTo(1);
    }

    @Test
    void disguised_empty_and_oversize_files_are_refused() {
        var assessor = PLATFORM.as("internal-assessor", tenant);
        var id = start(assessor);

        upload(assessor, id, "surat.pdf", "MZ\u0090 this is a program".getBytes(StandardCharsets.ISO_8859_1))
                .expectStatus()
                .isEqualTo(415);
        var renamed =
                json(upload(assessor, id, "..agpj.exe", PDF).expectStatus().isCreated());
        assertThat(renamed.at("/name").asString()).isEqualTo("agpj.exe.pdf");
        upload(assessor, id, "...", PDF).expectStatus().isBadRequest();
        upload(assessor, id, "kosong.pdf", new byte[0]).expectStatus().isEqualTo(422);
        var large = java.util.Arrays.copyOf(PDF, 25 * 1024 * 1024 + 1);
        upload(assessor, id, "besar.pdf", large).expectStatus().isEqualTo(413);
    }

    @Test
    void roles_do_what_the_table_says_and_no_more() {
        var id = start(PLATFORM.as("internal-assessor", tenant));

        save(PLATFORM.as("coordinator", tenant), id, 1, 0, 3).expectStatus().isForbidden();
        share("internal-assessor", id).expectStatus().isForbidden();
        share("tenant-admin", id).expectStatus().isForbidden();
        PLATFORM.as("opd-officer", tenant)
                .get()
                .uri(ASSESSMENTS)
                .exchange()
                .expectStatus()
                .isForbidden();
        share("coordinator", id).expectStatus().isEqualTo(422); // nothing to share yet
    }

    private void faulty(WebTestClient client, UUID id, Map<String, Object> body, String field) {
        client.put()
                .uri(indicator(id, 1))
                .header("If-Match", "\"0\"")
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.faults[0].field")
                .isEqualTo(field);
    }

    private WebTestClient.ResponseSpec share(String role, UUID id) {
        return PLATFORM.as(role, tenant)
                .post()
                .uri(ASSESSMENTS + "/" + id + "/sharing")
                .exchange();
    }

    private WebTestClient.ResponseSpec upload(WebTestClient client, UUID id, String name, byte[] content) {
        return client.post()
                .uri(uri -> uri.path(indicator(id, 1) + "/evidence")
                        .queryParam("name", name)
                        .build())
                .header("Content-Type", "application/octet-stream")
                .bodyValue(content)
                .exchange();
    }

    private UUID start(WebTestClient client) {
        var started = json(startWith(client, UUID.randomUUID().toString(), nextYear++)
                .expectStatus()
                .isCreated());
        return UUID.fromString(started.at("/id").asString());
    }

    private WebTestClient.ResponseSpec startWith(WebTestClient client, String key, int year) {
        return client.post()
                .uri(ASSESSMENTS)
                .header("Idempotency-Key", key)
                .bodyValue(Map.of("year", year))
                .exchange();
    }

    private WebTestClient.ResponseSpec save(WebTestClient client, UUID id, int no, int version, int level) {
        return put(
                client,
                id,
                no,
                version,
                Map.of("level", level, "fact", "Perbup 12/2025, pasal 3", "analysis", "memenuhi tingkat " + level));
    }

    /** A text is JSON as it stands. */
    private WebTestClient.ResponseSpec put(WebTestClient client, UUID id, int no, int version, Object body) {
        return client.put()
                .uri(indicator(id, no))
                .header("If-Match", "\"" + version + "\"")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    private String indicator(UUID id, int no) {
        return ASSESSMENTS + "/" + id + "/indicators/" + no;
    }

    private JsonNode awaitShared(UUID id) {
        var deadline = Instant.now().plus(Duration.ofSeconds(20));
        while (Instant.now().isBefore(deadline)) {
            var found = sharedWith(BENGKULU, id);
            if (found != null) {
                return found;
            }
        }
        throw new AssertionError("the copy never arrived");
    }

    private JsonNode sharedWith(String province, UUID id) {
        var room = json(PLATFORM.as("province-overseer", province)
                .get()
                .uri("/api/v1/spbe/control-room?year=2024")
                .exchange()
                .expectStatus()
                .isOk());
        for (var shared : room.at("/shared")) {
            if (shared.at("/assessment").asString().equals(id.toString())) {
                return shared;
            }
        }
        return null;
    }

    private JsonNode json(WebTestClient.ResponseSpec response) {
        return response.expectBody(JsonNode.class).returnResult().getResponseBody();
    }
}
