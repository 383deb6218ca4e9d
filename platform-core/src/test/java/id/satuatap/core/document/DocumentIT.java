package id.satuatap.core.document;

import static id.satuatap.core.setup.TestPlatform.BANGKALAN;
import static org.assertj.core.api.Assertions.assertThat;

import id.satuatap.core.document.picture.ExifFixture;
import id.satuatap.core.setup.TestPlatform;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

class DocumentIT {

    private static final TestPlatform PLATFORM = TestPlatform.get();
    private static final String DOCUMENTS = "/api/v1/documents/";
    private static final byte[] PDF = Samples.pdf(2);

    private final String tenant = PLATFORM.freshTenant();
    private String evidence;

    @BeforeEach
    void startAssessment() {
        var started = assessor()
                .post()
                .uri("/api/v1/spbe/assessments")
                .header("Idempotency-Key", "documents")
                .bodyValue(Map.of("year", 2049))
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
        evidence = "/api/v1/spbe/assessments/" + started.at("/id").asString() + "/indicators/1/evidence";
    }

    @Test
    void a_document_is_served_whole_or_in_part_and_not_again_when_it_is_known() {
        var content = DOCUMENTS + upload("perbup.pdf", PDF) + "/content";

        var whole = get(content).expectStatus().isOk().expectBody(byte[].class).returnResult();
        var known = whole.getResponseHeaders().getETag();

        assertThat(whole.getResponseBody()).isEqualTo(PDF);
        assertThat(known).matches("\"[0-9a-f]{64}\"");
        assertThat(whole.getResponseHeaders().getContentDisposition().isAttachment())
                .isTrue();
        assertThat(part(content, "bytes=10-19", 206)).isEqualTo(Arrays.copyOfRange(PDF, 10, 20));
        assertThat(part(content, "bytes=-5", 206)).isEqualTo(Arrays.copyOfRange(PDF, PDF.length - 5, PDF.length));
        for (var none : new String[] {"bytes=99999999-", "-1", "1.0", "bytes=5-2"}) {
            assertThat(new String(part(content, none, 416), StandardCharsets.UTF_8))
                    .contains("urn:problem:document.range");
        }
        assessor()
                .get()
                .uri(content)
                .header("If-None-Match", known)
                .exchange()
                .expectStatus()
                .isNotModified();
        assessor()
                .method(HttpMethod.HEAD)
                .uri(content)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentLength(PDF.length)
                .expectBody()
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'', ''", "/content, ''", "/preview, ?page=1", "/thumbnail, ''"})
    void only_its_audience_reads_a_document(String what, String query) {
        var address = DOCUMENTS + upload("perbup.pdf", PDF) + what + query;

        get(address).expectStatus().isOk();
        as("opd-officer", tenant, address).expectStatus().isForbidden();
        as("internal-assessor", BANGKALAN, address).expectStatus().isNotFound();
        PLATFORM.at(tenant).get().uri(address).exchange().expectStatus().isUnauthorized();
        get(DOCUMENTS + UUID.randomUUID() + what + query).expectStatus().isNotFound();
    }

    @Test
    void a_document_says_what_to_know_before_opening_it_in_the_callers_language() {
        var id = upload(
                "surat.docx",
                Samples.zip(Samples.with(
                        Samples.docx(),
                        "word/_rels/document.xml.rels",
                        Samples.rels(Samples.rel("oleObject", "x.bin", "")))));

        var view = json(DOCUMENTS + id, "en");

        assertThat(view.at("/state").asString()).isEqualTo("KEPT");
        assertThat(view.at("/notes/0").asString()).isEqualTo("Not yet checked for viruses.");
        assertThat(view.at("/notes/1").asString()).contains("object of another program");
        assertThat(json(DOCUMENTS + id, "id").at("/notes/0").asString()).isEqualTo("Belum diperiksa virus.");
    }

    @Test
    void a_photo_that_others_fetch_is_upright_and_says_nothing_of_its_place_and_camera() throws IOException {
        var photo = ExifFixture.photo(Samples.written(Samples.picture(64, 32), "jpg"), 6);
        var id = upload("rumah.jfif", photo);

        for (var form : new String[] {"/content", "/preview", "/thumbnail"}) {
            var fetched = get(DOCUMENTS + id + form)
                    .expectStatus()
                    .isOk()
                    .expectBody(byte[].class)
                    .returnResult()
                    .getResponseBody();

            assertThat(new String(fetched, StandardCharsets.ISO_8859_1))
                    .doesNotContain("Exif", ExifFixture.MAKER, ExifFixture.SERIAL);
            assertThat(ImageIO.read(new ByteArrayInputStream(fetched)).getHeight())
                    .isEqualTo(64);
        }
        assertThat(json(DOCUMENTS + id, "id").at("/name").asString()).isEqualTo("rumah.jfif");
    }

    @Test
    void pages_of_a_pdf_are_drawn_once_and_kept() throws IOException, SQLException {
        var id = upload("rencana.pdf", PDF);
        var page = DOCUMENTS + id + "/preview?page=2";

        var tags = IntStream.range(0, 8)
                .parallel()
                .mapToObj(again ->
                        get(page).expectStatus().isOk().expectBody(byte[].class).returnResult())
                .map(answer -> answer.getResponseHeaders().getETag())
                .distinct()
                .toList();

        assertThat(tags).hasSize(1);
        assertThat(derivedFrom(id)).isOne();
        var picture = get(page).expectBody(byte[].class).returnResult();
        assertThat(picture.getResponseHeaders().getContentType()).hasToString("image/png");
        assertThat(ImageIO.read(new ByteArrayInputStream(picture.getResponseBody()))
                        .getHeight())
                .isEqualTo(1600);
        get(DOCUMENTS + id + "/preview?page=3").expectStatus().isNotFound();
        get(DOCUMENTS + upload("surat.odt", Samples.zip(Samples.odt())) + "/preview")
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:problem:document.no-preview");
    }

    @Test
    void a_refusal_says_what_to_do() {
        send("foto.heic", "\0\0\0\u0018ftypheic\0\0\0\0mif1heic".getBytes(StandardCharsets.ISO_8859_1))
                .expectStatus()
                .isEqualTo(415)
                .expectBody()
                .jsonPath("$.detail")
                .value(String.class, said -> assertThat(said).contains("Paling Kompatibel"));
        send("surat.pdf", Arrays.copyOf(PDF, PDF.length - 40))
                .expectStatus()
                .isEqualTo(415)
                .expectBody()
                .jsonPath("$.detail")
                .value(String.class, said -> assertThat(said).contains("terpotong"));
    }

    private WebTestClient assessor() {
        return PLATFORM.as("internal-assessor", tenant);
    }

    private WebTestClient.ResponseSpec get(String address) {
        return assessor().get().uri(address).exchange();
    }

    private WebTestClient.ResponseSpec as(String role, String of, String address) {
        return PLATFORM.as(role, of).get().uri(address).exchange();
    }

    private byte[] part(String address, String range, int status) {
        return assessor()
                .get()
                .uri(address)
                .header("Range", range)
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody(byte[].class)
                .returnResult()
                .getResponseBody();
    }

    private JsonNode json(String address, String language) {
        return assessor()
                .get()
                .uri(address)
                .header("Accept-Language", language)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
    }

    private String upload(String name, byte[] content) {
        return send(name, content)
                .expectStatus()
                .isCreated()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody()
                .at("/document")
                .asString();
    }

    private WebTestClient.ResponseSpec send(String name, byte[] content) {
        return assessor()
                .post()
                .uri(uri -> uri.path(evidence).queryParam("name", name).build())
                .header("Content-Type", "application/octet-stream")
                .bodyValue(content)
                .exchange();
    }

    private long derivedFrom(String id) throws SQLException {
        var database = PLATFORM.database();
        try (var connection = DriverManager.getConnection(
                        database.jdbcUrl(), database.superuserUsername(), database.superuserPassword());
                var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select count(*) from document.document where derived_from = '%s'".formatted(id))) {
            row.next();
            return row.getLong(1);
        }
    }
}
