package id.satuatap.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Ports for the servers that a test starts, each given out once, however often and by however many threads it is asked. */
public final class FreePorts {

    private static final int FIRST = 20_080;
    private static final int LAST = 29_080;
    private static final int STEP = 100;
    private static final List<ServerSocket> CLAIMS = new ArrayList<>();
    private static final Set<Integer> GIVEN = new HashSet<>();

    private FreePorts() {}

    /** One that nobody listens at. While one that was given before comes again, it is kept taken and the next is asked for. */
    public static synchronized int next() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return GIVEN.add(socket.getLocalPort()) ? socket.getLocalPort() : next();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first of as many as a copy of Satu Atap needs, claimed for this process as long as it lives. */
    public static synchronized int base() {
        for (var port = FIRST; port < LAST; port += STEP) {
            if (areFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException("No free ports from %d to %d".formatted(FIRST, LAST));
    }

    /** The port behind them stays taken as long as this process lives: nobody else who looks gets the same. */
    private static boolean areFree(int base) {
        for (var port = base; port < base + Part.PORTS; port++) {
            try (var socket = listen(port)) {
                if (!socket.isBound()) {
                    return false;
                }
            } catch (IOException e) {
                return false;
            }
        }
        try {
            CLAIMS.add(listen(base + Part.PORTS));
            return true;
        } catch (IOException claimed) {
            return false;
        }
    }

    private static ServerSocket listen(int port) throws IOException {
        return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
    }
}
