package id.satuatap.bench;

import id.satuatap.stack.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** A program that is measured beside ours, for as long as it is needed; it ends with this process at the latest. */
public record Peer(Process process, Path log) implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    public static Peer start(List<String> command, Map<String, String> environment, Path log) {
        try {
            var builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(environment);
            var peer = new Peer(builder.start(), log);
            Runtime.getRuntime().addShutdownHook(new Thread(peer::close));
            return peer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until an address answers well. */
    public Peer awaitReady(String address) {
        return await(() -> ((HttpURLConnection) URI.create(address).toURL().openConnection()).getResponseCode() == 200);
    }

    public Peer await(Callable<Boolean> ready) {
        if (!Waiting.until(PATIENCE, () -> !process.isAlive() || ready.call()) || !process.isAlive()) {
            close();
            throw new IllegalStateException("It does not start; its log: " + log);
        }
        return this;
    }

    /** What it has started first: a script only waits for that. */
    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        process.onExit().join();
    }
}
