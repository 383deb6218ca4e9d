package id.satuatap.core.document.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClamdTest {

    private static final byte[] CONTENT = "0123456789".repeat(20_000).getBytes(StandardCharsets.US_ASCII);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "stream: OK, CLEAN",
        "stream: Eicar-Test FOUND, INFECTED",
        "INSTREAM size limit exceeded. ERROR, UNANSWERED",
        "'', UNANSWERED",
        "stream: OKAY, UNANSWERED"
    })
    void only_ok_is_clean(String answer, Clamd.Verdict verdict) throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var sent = CompletableFuture.supplyAsync(() -> served(server, answer));

            assertThat(clamd("127.0.0.1", server.getLocalPort()).scan(file())).isEqualTo(verdict);

            assertThat(sent.get()).isEqualTo(CONTENT);
        }
    }

    @Test
    void silence_is_no_answer() throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var impatient = new Clamd(new ClamdProperties("127.0.0.1", server.getLocalPort(), Duration.ofMillis(200)));

            assertThat(impatient.scan(file())).isEqualTo(Clamd.Verdict.UNANSWERED);
        }
    }

    @Test
    void a_scanner_that_is_away_is_no_answer_and_none_is_not_asked() throws Exception {
        int closed;
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = server.getLocalPort();
        }

        assertThat(clamd("127.0.0.1", closed).scan(file())).isEqualTo(Clamd.Verdict.UNANSWERED);
        assertThat(clamd(null, closed).scan(file())).isEqualTo(Clamd.Verdict.UNASKED);
    }

    @ParameterizedTest
    @CsvSource({"PONG, true", "'', false", "ERROR, false"})
    void a_scanner_that_answers_a_ping_is_there(String answer, boolean there) throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var sent = CompletableFuture.supplyAsync(() -> pinged(server, answer));

            assertThat(clamd("127.0.0.1", server.getLocalPort()).answers()).isEqualTo(there);

            assertThat(sent.get()).isEqualTo("zPING\0");
        }
    }

    @Test
    void a_scanner_that_is_away_answers_no_ping() throws Exception {
        int closed;
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = server.getLocalPort();
        }

        assertThat(clamd("127.0.0.1", closed).answers()).isFalse();
        assertThat(clamd(null, closed).answers()).isFalse();
    }

    private static Clamd clamd(@Nullable String host, int port) {
        return new Clamd(new ClamdProperties(host, port, Duration.ofSeconds(30)));
    }

    private Path file() throws IOException {
        return Files.write(folder.resolve("file"), CONTENT);
    }

    private static String pinged(ServerSocket server, String answer) {
        try (var socket = server.accept()) {
            var command = socket.getInputStream().readNBytes("zPING\0".length());
            socket.getOutputStream().write((answer + "\0").getBytes(StandardCharsets.US_ASCII));
            return new String(command, StandardCharsets.US_ASCII);
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Answers once as clamd would, and tells what came. */
    private static byte[] served(ServerSocket server, String answer) {
        try (var socket = server.accept()) {
            var in = new DataInputStream(socket.getInputStream());
            assertThat(new String(in.readNBytes(10), StandardCharsets.US_ASCII)).isEqualTo("zINSTREAM\0");
            var content = new ByteArrayOutputStream();
            for (var length = in.readInt(); length > 0; length = in.readInt()) {
                content.writeBytes(in.readNBytes(length));
            }
            socket.getOutputStream().write((answer + "\0").getBytes(StandardCharsets.US_ASCII));
            return content.toByteArray();
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
