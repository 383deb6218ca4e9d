package id.satuatap.core.document.inspection;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Asks ClamAV's daemon: a command, and one line back. A file follows INSTREAM in pieces with their lengths in front, a length of zero last. */
@Component
@EnableConfigurationProperties(ClamdProperties.class)
public class Clamd {

    /** What the scanner says. */
    public enum Verdict {
        /** There is no scanner. */
        UNASKED,
        CLEAN,
        INFECTED,
        /** It is away, or refuses to say. */
        UNANSWERED
    }

    /** What is sent to it. */
    @FunctionalInterface
    private interface Command {
        void write(DataOutputStream out) throws IOException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(Clamd.class);
    private static final int PIECE = 64 * 1024;
    private static final int LONGEST_ANSWER = 1024;

    private final ClamdProperties properties;

    public Clamd(ClamdProperties properties) {
        this.properties = properties;
    }

    /** Whether there is one to be asked. */
    public boolean isThere() {
        var host = properties.host();
        return host != null && !host.isBlank();
    }

    /** Waits for the answer: not on an event loop. */
    public Verdict scan(Path path) {
        var host = properties.host();
        if (host == null || host.isBlank()) {
            return Verdict.UNASKED;
        }
        try {
            var answer = ask(host, out -> send(path, out));
            if (answer.equals("stream: OK")) {
                return Verdict.CLEAN;
            }
            if (answer.endsWith(" FOUND")) {
                LOG.warn("clamd: {}", answer);
                return Verdict.INFECTED;
            }
            LOG.info("clamd: {}", answer);
            return Verdict.UNANSWERED;
        } catch (IOException away) {
            LOG.info("clamd does not answer: {}", away.toString());
            return Verdict.UNANSWERED;
        }
    }

    /** Whether it answers at all, so that a file of which it says nothing is told from a scanner that is away. Waits, too. */
    public boolean answers() {
        var host = properties.host();
        try {
            return host != null && ask(host, out -> out.write(ascii("zPING\0"))).equals("PONG");
        } catch (IOException away) {
            return false;
        }
    }

    private static void send(Path path, DataOutputStream out) throws IOException {
        try (var file = Files.newInputStream(path)) {
            out.write(ascii("zINSTREAM\0"));
            for (var piece = file.readNBytes(PIECE); piece.length > 0; piece = file.readNBytes(PIECE)) {
                out.writeInt(piece.length);
                out.write(piece);
            }
            out.writeInt(0);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private String ask(String host, Command command) throws IOException {
        var patience = (int) properties.patience().toMillis();
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, properties.port()), patience);
            socket.setSoTimeout(patience);
            var out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream(), PIECE));
            command.write(out);
            out.flush();
            var answer = socket.getInputStream().readNBytes(LONGEST_ANSWER); // it closes after its line
            return new String(answer, StandardCharsets.UTF_8).replace("\0", "").strip();
        }
    }
}
