package id.satuatap.faults;

import id.satuatap.stack.Waiting;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;

/** A TCP proxy before a server on this machine, which a test makes slow, breaks, or lets swallow what it should carry. */
final class TcpProxy {

    private static final int PIECE = 16 * 1024;
    private static final int PIECES = 256;
    private static final Duration LONGEST_HOLD = Duration.ofMinutes(5);

    private record Piece(long due, byte[] bytes) {}

    /** Two sockets that belong together. */
    private static final class Line {
        private final Socket caller;
        private final Socket server;
        private volatile boolean swallows;

        private Line(Socket caller, Socket server) {
            this.caller = caller;
            this.server = server;
        }

        /** The hard way: both ends get a reset, as from a firewall that has forgotten them. */
        private void reset() {
            end(caller);
            end(server);
        }

        private static void end(Socket socket) {
            try (socket) {
                socket.setSoLinger(true, 0);
            } catch (IOException ended) {
                // it has ended already
            }
        }
    }

    private final ServerSocket door;
    private final int target;
    private final Set<Line> lines = ConcurrentHashMap.newKeySet();
    private volatile Duration latency = Duration.ZERO;
    private volatile boolean holds;

    TcpProxy(int targetPort) {
        try {
            this.target = targetPort;
            this.door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    int connections() {
        return lines.size();
    }

    /** How much later everything arrives, each way. */
    void latency(Duration oneWay) {
        latency = oneWay;
    }

    /** While it holds, connections are taken and kept, and carry nothing. */
    void hold(boolean now) {
        holds = now;
    }

    /** Ends all connections with a reset; new ones may come at once. */
    void reset() {
        lines.forEach(Line::reset);
    }

    /** The connections there are stay open for ever and carry nothing more; new ones are sound. */
    void swallow() {
        lines.forEach(line -> line.swallows = true);
    }

    private void accept() {
        while (true) {
            try {
                connect(door.accept());
            } catch (IOException refused) {
                // nobody listens behind it
            }
        }
    }

    private void connect(Socket caller) throws IOException {
        try {
            var line = new Line(caller, new Socket(InetAddress.getLoopbackAddress(), target));
            line.caller.setTcpNoDelay(true);
            line.server.setTcpNoDelay(true);
            lines.add(line);
            carry(line, line.caller.getInputStream(), line.server.getOutputStream());
            carry(line, line.server.getInputStream(), line.caller.getOutputStream());
        } catch (IOException refused) {
            Line.end(caller);
            throw refused;
        }
    }

    private void carry(Line line, InputStream from, OutputStream to) {
        var under = new LinkedBlockingQueue<Piece>(PIECES);
        Thread.ofVirtual().start(() -> read(from, under));
        Thread.ofVirtual().start(() -> write(line, under, to));
    }

    private void read(InputStream from, BlockingQueue<Piece> under) {
        var buffer = new byte[PIECE];
        try {
            for (var count = from.read(buffer); count >= 0; count = from.read(buffer)) {
                under.put(new Piece(System.nanoTime() + latency.toNanos(), Arrays.copyOf(buffer, count)));
            }
        } catch (IOException broken) {
            // what a broken wire looks like
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        under.offer(new Piece(System.nanoTime(), new byte[0]));
    }

    private void write(Line line, BlockingQueue<Piece> under, OutputStream to) {
        try {
            for (var piece = under.take(); piece.bytes.length > 0; piece = under.take()) {
                Waiting.pass(Duration.ofNanos(piece.due - System.nanoTime()));
                Waiting.until(LONGEST_HOLD, () -> !holds);
                if (!line.swallows) {
                    to.write(piece.bytes);
                }
            }
        } catch (IOException broken) {
            // what a broken wire looks like
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        lines.remove(line);
        line.reset();
    }
}
