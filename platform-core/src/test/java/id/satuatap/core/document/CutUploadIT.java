package id.satuatap.core.document;

import static org.assertj.core.api.Assertions.assertThat;

import id.satuatap.core.setup.TestPlatform;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class CutUploadIT {

    private static final TestPlatform PLATFORM = TestPlatform.get();
    private static final int SIZE = 300_000;

    private final String tenant = PLATFORM.freshTenant();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 150_000, 299_999})
    void an_upload_cut_off_at_any_byte_leaves_nothing(int sent) throws Exception {
        var assessment = assessment();
        long before = files();

        try (var socket = new Socket(InetAddress.getLoopbackAddress(), PLATFORM.port())) {
            var head = """
                    POST /api/v1/spbe/assessments/%s/indicators/1/evidence?name=surat.pdf HTTP/1.1
                    Host: %s.localhost
                    X-Satu-Tenant: %s
                    Authorization: Bearer %s
                    Content-Type: application/octet-stream
                    Content-Length: %d

                    """.formatted(assessment, tenant, tenant, PLATFORM.token("internal-assessor." + tenant), SIZE)
                    .replace("\n", "\r\n");
            var out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            out.write(("%PDF-1.7" + " ".repeat(SIZE)).getBytes(StandardCharsets.US_ASCII), 0, sent);
            out.flush();
        }

        assertThat(settled(before)).isEqualTo(before);
        PLATFORM.as("internal-assessor", tenant)
                .get()
                .uri("/api/v1/spbe/assessments/" + assessment + "/indicators/1")
                .exchange()
                .expectBody()
                .jsonPath("$.evidence.length()")
                .isEqualTo(0);
    }

    private String assessment() {
        return PLATFORM.as("internal-assessor", tenant)
                .post()
                .uri("/api/v1/spbe/assessments")
                .bodyValue(Map.of("year", 2030))
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody()
                .at("/id")
                .asString();
    }

    /** The number of files once nothing is being received any more. */
    private static long settled(long expected) throws IOException {
        var deadline = Instant.now().plus(Duration.ofSeconds(20));
        while (files() != expected && Instant.now().isBefore(deadline)) {
            Thread.onSpinWait();
        }
        return files();
    }

    private static long files() throws IOException {
        try (var all = Files.walk(folder())) {
            return all.filter(Files::isRegularFile).count();
        } catch (java.io.UncheckedIOException vanished) { // a temporary file, between listing and looking
            return -1;
        }
    }

    private static Path folder() {
        return PLATFORM.bean(FileProperties.class).folder();
    }
}
