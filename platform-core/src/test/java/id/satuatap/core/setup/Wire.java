package id.satuatap.core.setup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** A wire to another server that a test can cut and mend again, or let swallow what it should carry. */
public final class Wire implements AutoCloseable {

    private final ServerSocket door;
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Set<AtomicBoolean> sound = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;

    public Wire(int targetPort) throws IOException {
        this.target = targetPort;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    public int port() {
        return door.getLocalPort();
    }

    /** Ends every connection, and refuses new ones until it is mended. */
    public void cut() {
        cut = true;
        open.forEach(Wire::end);
        open.clear();
    }

    /** The connections there are stay open and carry nothing more, as if somebody had pulled the plug; new ones are sound. */
    public void swallow() {
        sound.forEach(line -> line.set(false));
    }

    public void mend() {
        cut = false;
    }

    @Override
    public void close() throws IOException {
        door.close();
        cut();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                var caller = door.accept();
                if (cut) {
                    caller.close();
                } else {
                    connect(caller, new Socket(InetAddress.getLoopbackAddress(), target));
                }
            } catch (IOException closed) {
                // the loop ends with the door
            }
        }
    }

    private void connect(Socket caller, Socket server) throws IOException {
        open.add(caller);
        open.add(server);
        var line = new AtomicBoolean(true);
        sound.add(line);
        copy(caller.getInputStream(), server.getOutputStream(), line);
        copy(server.getInputStream(), caller.getOutputStream(), line);
    }

    private static void copy(InputStream from, OutputStream to, AtomicBoolean sound) {
        Thread.ofVirtual().start(() -> {
            try (from;
                    to) {
                var bytes = new byte[8192];
                for (int count = from.read(bytes); count >= 0; count = from.read(bytes)) {
                    if (sound.get()) {
                        to.write(bytes, 0, count);
                        to.flush();
                    }
                }
            } catch (IOException cut) {
                // that is what a cut wire looks like
            }
        });
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
