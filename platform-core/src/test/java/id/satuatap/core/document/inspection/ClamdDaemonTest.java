package id.satuatap.core.document.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import id.satuatap.core.document.Samples;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real daemon, with one signature of our own: that of the harmless test file that every scanner knows. */
class ClamdDaemonTest {

    private static final Path DAEMON = Path.of("/usr/sbin/clamd");

    /** In two parts, so that no scanner takes this source for it. */
    private static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*";

    @TempDir
    private Path folder;

    private Process daemon;
    private Clamd clamd;

    @BeforeEach
    void start() throws IOException {
        assumeTrue(Files.isExecutable(DAEMON), "clamd is not installed here (Debian: clamav-daemon)");
        var signatures = Files.createDirectory(folder.resolve("signatures"));
        Files.writeString(
                signatures.resolve("test.ndb"),
                "Eicar-Test:0:*:" + HexFormat.of().formatHex(EICAR.getBytes(StandardCharsets.US_ASCII)) + "\n");
        int port;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        var settings = Files.writeString(folder.resolve("clamd.conf"), """
                        Foreground yes
                        DatabaseDirectory %s
                        TCPAddr 127.0.0.1
                        TCPSocket %d
                        """.formatted(signatures, port));
        daemon = new ProcessBuilder(DAEMON.toString(), "--config-file=" + settings)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        clamd = new Clamd(new ClamdProperties("127.0.0.1", port, Duration.ofSeconds(60)));
        awaitListening(port);
    }

    @AfterEach
    void stop() {
        if (daemon != null) {
            daemon.destroyForcibly();
        }
    }

    @Test
    void a_virus_is_found_alone_and_within_a_document_and_nothing_else_is() throws IOException {
        assertThat(scan(EICAR.getBytes(StandardCharsets.US_ASCII))).isEqualTo(Clamd.Verdict.INFECTED);
        assertThat(scan(Samples.zip(Samples.with(Samples.docx(), "word/media/image1.png", EICAR))))
                .isEqualTo(Clamd.Verdict.INFECTED);
        assertThat(scan(Samples.pdf(1))).isEqualTo(Clamd.Verdict.CLEAN);
        assertThat(clamd.answers()).isTrue();
    }

    private Clamd.Verdict scan(byte[] content) throws IOException {
        return clamd.scan(Files.write(folder.resolve("file"), content));
    }

    private void awaitListening(int port) throws IOException {
        var deadline = Instant.now().plus(Duration.ofSeconds(30));
        while (Instant.now().isBefore(deadline) && daemon.isAlive()) {
            try (var open = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return;
            } catch (IOException notYet) {
                Thread.onSpinWait();
            }
        }
        throw new IllegalStateException(Files.readString(folder.resolve("log")));
    }
}
