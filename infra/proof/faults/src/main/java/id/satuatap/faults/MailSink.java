package id.satuatap.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server (SMTP) that takes everything and counts it by the id in its header; it can fall silent in the middle. */
public final class MailSink implements AutoCloseable {

    private static final String ID = "X-Satu-Mail: ";

    private final ServerSocket door;
    private final Map<String, Integer> received = new ConcurrentHashMap<>();
    private final AtomicInteger open = new AtomicInteger();
    private volatile boolean silent;

    private MailSink(ServerSocket door) {
        this.door = door;
    }

    static MailSink start() {
        try {
            var sink = new MailSink(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
            Thread.ofVirtual().start(sink::accept);
            return sink;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return door.getLocalPort();
    }

    /** Connections are taken still, but nothing is said any more. */
    public void halt() {
        silent = true;
    }

    public void resume() {
        silent = false;
    }

    /** How often each mail came. */
    public Map<String, Integer> received() {
        return Map.copyOf(received);
    }

    public int openConnections() {
        return open.get();
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                var caller = door.accept();
                Thread.ofVirtual().start(() -> serve(caller));
            } catch (IOException closed) {
                // the loop ends with the door
            }
        }
    }

    private void serve(Socket caller) {
        open.incrementAndGet();
        try (caller;
                var in = new BufferedReader(
                        new InputStreamReader(caller.getInputStream(), StandardCharsets.ISO_8859_1))) {
            var out = caller.getOutputStream();
            say(out, "220 sink");
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                var command = line.toUpperCase(Locale.ROOT);
                if (command.equals("DATA")) {
                    say(out, "354 go on");
                    var id = readMail(in);
                    received.merge(id, 1, Integer::sum);
                    say(out, "250 kept");
                } else if (command.equals("QUIT")) {
                    say(out, "221 bye");
                    return;
                } else {
                    say(out, "250 well");
                }
            }
        } catch (IOException gone) {
            // a killed caller; what it had not ended does not count
        } finally {
            open.decrementAndGet();
        }
    }

    private static String readMail(BufferedReader in) throws IOException {
        var id = "";
        for (var line = in.readLine(); !".".equals(line); line = in.readLine()) {
            if (line == null) {
                throw new IOException("broken off");
            }
            if (line.startsWith(ID)) {
                id = line.substring(ID.length());
            }
        }
        return id;
    }

    private void say(OutputStream out, String line) throws IOException {
        Waiting.until(Duration.ofMinutes(5), () -> !silent);
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
