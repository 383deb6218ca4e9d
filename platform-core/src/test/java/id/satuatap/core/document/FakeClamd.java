package id.satuatap.core.document;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/** Answers a ping, and says of each file what the test says. */
final class FakeClamd implements AutoCloseable {

    static final String CLEAN = "stream: OK";
    static final String NO_VERDICT = "INSTREAM size limit exceeded. ERROR";

    private static final int COMMAND = "zINSTREAM\0".length();
    private static final String PING = "zPING\0";

    private final ServerSocket server;
    private volatile Function<byte[], String> answers = content -> "";
    private volatile int asked;

    FakeClamd() {
        try {
            server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException none) {
            throw new IllegalStateException(none);
        }
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return server.getLocalPort();
    }

    /** How many files it was shown. */
    int asked() {
        return asked;
    }

    void answer(String always) {
        answer(content -> always);
    }

    void answer(Function<byte[], String> by) {
        answers = by;
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void serve() {
        while (!server.isClosed()) {
            try (var socket = server.accept()) {
                var answer = answer(new DataInputStream(socket.getInputStream()));
                socket.getOutputStream().write((answer + "\0").getBytes(StandardCharsets.US_ASCII));
            } catch (IOException over) {
                // the next one, or the end
            }
        }
    }

    private String answer(DataInputStream in) throws IOException {
        var command = new String(in.readNBytes(PING.length()), StandardCharsets.US_ASCII);
        if (command.equals(PING)) {
            return "PONG";
        }
        in.readNBytes(COMMAND - PING.length());
        var content = new ByteArrayOutputStream();
        for (var length = in.readInt(); length > 0; length = in.readInt()) {
            content.writeBytes(in.readNBytes(length));
        }
        asked++;
        return answers.apply(content.toByteArray());
    }
}
