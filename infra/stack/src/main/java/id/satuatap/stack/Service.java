package id.satuatap.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * One process of a stack, taken over from {@code infra/up}: command and environment are read from the running process,
 * so that what is started again is what ran before, but for what a test changes on purpose.
 */
public final class Service {

    private static final Duration TO_START = Duration.ofMinutes(5);
    private static final Duration TO_END = Duration.ofSeconds(60);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final String label;
    private final Path home;
    private final String healthUrl;
    private final List<String> command;
    private final Map<String, String> environment;
    private long pid;

    private Service(
            String label,
            Path home,
            String healthUrl,
            List<String> command,
            Map<String, String> environment,
            long pid) {
        this.label = label;
        this.home = home;
        this.healthUrl = healthUrl;
        this.command = new ArrayList<>(command);
        this.environment = new HashMap<>(environment);
        this.pid = pid;
    }

    static Service running(Part part, Path home, int port) {
        var pid = JsonMapper.shared()
                .readTree(record(home, part.label).toFile())
                .get("pid")
                .asLong();
        var health = "http://127.0.0.1:" + (port + part.healthPort) + part.health;
        return new Service(part.label, home, health, Signals.command(pid), Signals.environment(pid), pid);
    }

    /**
     * Another process of the same program, not started yet.
     *
     * @param port where it listens; its health is asked there, too
     */
    public Service replica(int port) {
        var replica = new Service(
                label + "-" + port,
                home,
                "http://127.0.0.1:" + port + URI.create(healthUrl).getPath(),
                command,
                environment,
                0);
        return replica.environment(Map.of("SERVER_PORT", Integer.toString(port)));
    }

    /** For the next start. */
    public Service environment(Map<String, String> changes) {
        environment.putAll(changes);
        return this;
    }

    /** For the next start: these variables are not set. */
    public Service withoutEnvironment(Collection<String> names) {
        environment.keySet().removeAll(names);
        return this;
    }

    /** For the next start: the value a variable has, or nothing. */
    public String environment(String name) {
        return environment.getOrDefault(name, "");
    }

    /** For the next start: options of the virtual machine, after (so stronger than) those it has. */
    public Service javaOptions(List<String> options) {
        command.addAll(program(), options);
        return this;
    }

    /** For the next start: options of the virtual machine that begin so are left out. */
    public Service withoutJavaOptions(String beginning) {
        command.subList(1, program()).removeIf(option -> option.startsWith(beginning));
        return this;
    }

    /** For the next start: jars whose classes are found before those of the program, and the main class they need. */
    public Service classPathFirst(List<Path> jars, String mainClass) {
        var program = program();
        var paths = new ArrayList<>(jars.stream().map(Path::toString).toList());
        paths.add(command.get(program + 1));
        command.subList(program, program + 2).clear();
        command.addAll(program, List.of("-cp", String.join(":", paths), mainClass));
        return this;
    }

    /** The command as the next start will use it. */
    public List<String> command() {
        return List.copyOf(command);
    }

    public long pid() {
        return pid;
    }

    public boolean isAlive() {
        return pid > 0 && Signals.isAlive(pid);
    }

    public long residentBytes() {
        return Signals.resident(pid);
    }

    public Path log() {
        return home.resolve("log").resolve(label + ".log");
    }

    /** As if the machine had lost it ({@code kill -9}). */
    public void kill() {
        signal("KILL");
        awaitEnd();
    }

    /** Halted, but still there: connections stay open and nothing answers. */
    public void halt() {
        signal("STOP");
    }

    public void resume() {
        signal("CONT");
    }

    /** Asked to end ({@code SIGTERM}); does not wait. */
    public void terminate() {
        signal("TERM");
    }

    /** Asked to end, and how long that took. */
    public Duration stop() {
        var since = Instant.now();
        terminate();
        awaitEnd();
        return Duration.between(since, Instant.now());
    }

    /** Starts it again; does not wait until it is ready. */
    public void start() {
        try {
            var builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
            builder.environment().clear();
            builder.environment().putAll(environment);
            pid = builder.start().pid();
            remember();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Records a start-up cache (ahead-of-time, as {@code infra/up} makes them) from one more start, some use and its end; then runs from
     * it, ready.
     */
    public Service startFromCache(Path cache, Runnable use) {
        if (isAlive()) {
            stop();
        }
        javaOptions(List.of("-XX:AOTCacheOutput=" + cache)).start();
        awaitReady(TO_START);
        use.run();
        terminate();
        if (!Waiting.until(TO_START, () -> !isAlive())) {
            throw new IllegalStateException("The start-up cache is not written: " + log());
        }
        withoutJavaOptions("-XX:AOTCacheOutput")
                .javaOptions(List.of("-XX:AOTCache=" + cache))
                .start();
        awaitReady(TO_START);
        return this;
    }

    /** Waits until it is healthy, and tells how long that took. */
    public Duration awaitReady(Duration patience) {
        var since = Instant.now();
        if (!Waiting.until(patience, () -> isReady() || !isAlive()) || !isAlive()) {
            throw new IllegalStateException("%s is not ready after %s; its log: %s".formatted(label, patience, log()));
        }
        return Duration.between(since, Instant.now());
    }

    public boolean isReady() {
        try {
            var request = HttpRequest.newBuilder(URI.create(healthUrl))
                    .timeout(Duration.ofSeconds(2))
                    .build();
            return HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    public void awaitEnd() {
        if (!Waiting.until(TO_END, () -> !isAlive())) {
            throw new IllegalStateException("%s (process %d) does not end".formatted(label, pid));
        }
    }

    private void signal(String name) {
        if (pid > 0) {
            Signals.send(name, pid);
        }
    }

    /** Where the options of the virtual machine end and the program begins. */
    private int program() {
        var jar = command.indexOf("-jar");
        return jar >= 0 ? jar : command.indexOf("-cp");
    }

    /** So that infra/down finds it, too. */
    private void remember() throws IOException {
        var known = record(home, label);
        var build = Files.exists(known)
                ? JsonMapper.shared().readTree(known.toFile()).get("build").asString()
                : "";
        var started = ProcessHandle.of(pid)
                .flatMap(process -> process.info().startInstant())
                .orElseGet(Instant::now);
        Files.writeString(
                known,
                JsonMapper.shared()
                        .writeValueAsString(Map.of("pid", pid, "started", started.toString(), "build", build)));
    }

    private static Path record(Path home, String label) {
        return home.resolve("run").resolve(label + ".json");
    }
}
