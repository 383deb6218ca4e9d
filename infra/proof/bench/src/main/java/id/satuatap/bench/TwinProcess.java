package id.satuatap.bench;

import id.satuatap.stack.Service;
import id.satuatap.stack.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;

/** The reference twin as a process: the machine's options and the database that core has. */
final class TwinProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Process process;
    private final int port;

    private TwinProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static TwinProcess start(Service core, String identity, Path log) {
        try {
            int port = freePort();
            var command =
                    new ArrayList<>(core.command().subList(0, core.command().indexOf("-jar")));
            command.add("-jar");
            command.add(Stack.root()
                    .resolve("infra/proof/twin/target/twin-0.1.0-SNAPSHOT.jar")
                    .toString());
            var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
            for (var name : new String[] {"HOST", "PORT", "NAME", "USERNAME", "PASSWORD"}) {
                builder.environment().put("SATUATAP_DATABASE_" + name, core.environment("SATUATAP_DATABASE_" + name));
            }
            builder.environment().put("SATUATAP_ISSUER", core.environment("SATUATAP_ISSUER"));
            builder.environment().put("SATUATAP_IDENTITY_URL", identity);
            builder.environment().put("SERVER_PORT", String.valueOf(port));
            var twin = new TwinProcess(builder.start(), port);
            Runtime.getRuntime().addShutdownHook(new Thread(twin::close));
            twin.awaitReady();
            return twin;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    @Override
    public void close() {
        process.destroy();
    }

    private void awaitReady() {
        if (!Await.within(PATIENCE, () -> isReady() || !process.isAlive()) || !process.isAlive()) {
            throw new IllegalStateException("the twin does not start");
        }
    }

    private boolean isReady() {
        try {
            var health = (HttpURLConnection)
                    URI.create(address() + "/actuator/health").toURL().openConnection();
            return health.getResponseCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
