package id.satuatap.faults.keep;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** An SMTP server that throws all mail away, but remembers each Message-ID and how often it came. */
final class MailSink implements AutoCloseable {

    private final ServerSocket door;
    private final Map<String, Integer> times = new ConcurrentHashMap<>();

    MailSink() throws IOException {
        door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    /** How often each message came whole. */
    Map<String, Integer> times() {
        return Map.copyOf(times);
    }

    @Override
    public void close() throws IOException {
        door.close();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                var caller = door.accept();
                Thread.ofVirtual().start(() -> talk(caller));
            } catch (IOException closed) {
                // the loop ends with the door
            }
        }
    }

    private void talk(Socket caller) {
        try (caller;
                var in = new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8))) {
            say(caller, "220 sink");
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                var word = line.length() < 4 ? line : line.substring(0, 4);
                switch (word.toUpperCase(java.util.Locale.ROOT)) {
                    case "DATA" -> {
                        say(caller, "354 go on");
                        var id = message(in);
                        times.merge(id, 1, Integer::sum);
                        say(caller, "250 kept");
                    }
                    case "QUIT" -> {
                        say(caller, "221 bye");
                        return;
                    }
                    default -> say(caller, "250 well");
                }
            }
        } catch (IOException gone) {
            // the sender was killed: a message that was not whole does not count
        }
    }

    private static String message(BufferedReader in) throws IOException {
        var id = "without";
        for (var line = in.readLine(); !".".equals(line); line = in.readLine()) {
            if (line == null) {
                throw new IOException("not whole");
            }
            if (line.startsWith("Message-ID: <")) {
                id = line.substring("Message-ID: <".length(), line.indexOf('>'));
            }
        }
        return id;
    }

    private static void say(Socket caller, String line) throws IOException {
        caller.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        caller.getOutputStream().flush();
    }
}
