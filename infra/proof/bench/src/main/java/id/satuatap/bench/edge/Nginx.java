package id.satuatap.bench.edge;

import id.satuatap.bench.Peer;
import id.satuatap.stack.FreePorts;
import id.satuatap.stack.Resource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** An nginx of our own: as the backend, and as the gateway's peer. */
record Nginx(int port, Peer peer) implements AutoCloseable {

    /** Serves what lies in {@code files} of this folder. */
    static Nginx files(Path folder) throws IOException {
        return start(folder, 1, "nginx-files.conf", 0);
    }

    /** Passes everything on to that backend, with a worker for each of two cores. */
    static Nginx proxy(Path folder, int backend) throws IOException {
        return start(folder, 2, "nginx-proxy.conf", backend);
    }

    private static Nginx start(Path folder, int workers, String server, int backend) throws IOException {
        var port = FreePorts.next();
        var servers = Resource.text(Nginx.class, server, Map.of("port", port, "backend", backend));
        var user = System.getProperty("user.name");
        var whole =
                Resource.text(Nginx.class, "nginx.conf", Map.of("user", user, "workers", workers, "server", servers));
        var file = Files.writeString(Files.createDirectories(folder).resolve("nginx.conf"), whole);
        var command = List.of("nginx", "-p", folder.toString(), "-c", file.toString(), "-e", "error.log");
        return new Nginx(port, Peer.start(command, Map.of(), folder.resolve("nginx.out")));
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    @Override
    public void close() {
        peer.close();
    }
}
