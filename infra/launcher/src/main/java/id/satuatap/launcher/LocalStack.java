package id.satuatap.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** The processes of one home: starts them, remembers them in files, finds them again, stops them in order. */
final class LocalStack {

    private static final Duration TO_END = Duration.ofSeconds(30);
    private static final Duration TO_END_WITH_CACHE = Duration.ofSeconds(150);
    private static final String SETUP = "-setup";

    private final Settings settings;
    private final Home home;
    private final Terminal terminal;
    private boolean stopped;

    LocalStack(Settings settings, Home home, Terminal terminal) {
        this.settings = settings;
        this.home = home;
        this.terminal = terminal;
    }

    /** Starts a process in the background, unless everything is just being stopped. */
    synchronized Process start(String label, String build, List<String> command, Map<String, String> variables) {
        if (stopped) {
            throw new CannotStart("Dihentikan. / Stopped.");
        }
        setAsideLog(home.log(label));
        var process = Background.start(command, variables, home, label);
        try {
            PrivateJson.write(record(label), OwnProcess.of(process.toHandle(), build));
        } catch (UncheckedIOException e) {
            process.destroyForcibly(); // else nobody would know of it
            throw e;
        }
        return process;
    }

    void forget(String label) {
        forgetFile(record(label));
    }

    private static void forgetFile(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<OwnProcess> running(String label) {
        return OwnProcess.read(record(label)).filter(process -> process.alive().isPresent());
    }

    boolean runsAnything() {
        return labels().anyMatch(label -> running(label).isPresent())
                || LocalPostgres.running(home).isPresent();
    }

    /** Whether every part runs what has been built last, at the wanted port, and is well. */
    boolean runsAsWanted() {
        var database =
                settings.database() != null || LocalPostgres.running(home).isPresent();
        return database && Arrays.stream(Part.values()).allMatch(this::runsAsWanted);
    }

    private boolean runsAsWanted(Part part) {
        return Files.exists(part.jar(settings.root()))
                && running(part.label)
                        .filter(it -> it.build().equals(wanted(part)))
                        .isPresent()
                && Health.isGood(part, settings.port());
    }

    private String wanted(Part part) {
        return build(Unpacked.fingerprint(part.jar(settings.root())));
    }

    String build(String fingerprint) {
        return fingerprint + "@" + settings.port();
    }

    /** Stops the parts first, then the database. May be called again, and after a crash. */
    void stop() {
        synchronized (this) {
            stopped = true;
        }
        var since = Instant.now();
        var wellStarted = Files.exists(home.ready());
        forgetFile(home.ready());
        var running = labels().filter(label -> running(label).isPresent()).toList();
        running.forEach(label -> running(label).flatMap(OwnProcess::alive).ifPresent(ProcessHandle::destroy));
        running.forEach(label -> awaitEnd(label, wellStarted));
        labels().forEach(this::forget);
        if (!running.isEmpty()) {
            terminal.done("berhenti / stopped", since);
        }
        var sinceDatabase = Instant.now();
        if (LocalPostgres.running(home).isPresent()) {
            LocalPostgres.stop(home);
            terminal.done(LocalPostgres.LABEL + " berhenti / stopped", sinceDatabase);
        }
    }

    /** Waits until this process is told to end; says so when a part ends meanwhile. */
    void watch() {
        for (var part : Part.values()) {
            running(part.label)
                    .flatMap(OwnProcess::alive)
                    .ifPresent(process -> process.onExit().thenRun(() -> lost(part)));
        }
        while (!Thread.interrupted()) {
            LockSupport.park();
        }
    }

    private synchronized void lost(Part part) {
        if (!stopped) {
            terminal.say("! %s berhenti. / %s ended by itself; the last lines of %s:%n%s"
                    .formatted(part.label, part.label, home.log(part.label), LogTail.of(home.log(part.label))));
        }
    }

    synchronized boolean isStopped() {
        return stopped;
    }

    /** After stopping what an earlier start left behind, a new one may begin. */
    synchronized void reopen() {
        stopped = false;
    }

    private void awaitEnd(String label, boolean wellStarted) {
        var process = running(label).orElse(null);
        if (process == null || process.endsWithin(recordsCache(process) ? TO_END_WITH_CACHE : TO_END)) {
            keepCache(label, wellStarted);
            return;
        }
        terminal.say("! %s tidak berhenti sendiri, dipaksa. / %s does not end by itself and is killed."
                .formatted(label, label));
        process.alive().ifPresent(ProcessHandle::destroyForcibly);
        process.endsWithin(TO_END);
    }

    /** The start-up cache of a run that was well knows all that a start needs; others would know only a part of it. */
    private void keepCache(String label, boolean wellStarted) {
        if (wellStarted) {
            Arrays.stream(Part.values())
                    .filter(part -> part.label.equals(label))
                    .forEach(part -> OwnProcess.read(record(label))
                            .map(process -> process.build().replaceFirst("@.*", ""))
                            .ifPresent(
                                    build -> new Unpacked(part, home.app(part).resolve(build)).keepCache()));
        }
    }

    private static boolean recordsCache(OwnProcess process) {
        return process.alive()
                .flatMap(handle -> handle.info().arguments())
                .filter(arguments -> Arrays.stream(arguments).anyMatch(it -> it.startsWith("-XX:AOTCacheOutput")))
                .isPresent();
    }

    private static Stream<String> labels() {
        var labels = new ArrayList<String>();
        for (var part : Part.values()) {
            labels.add(part.label);
            part.setup().ifPresent(main -> labels.add(part.label + SETUP));
        }
        return labels.stream();
    }

    static String setupLabel(Part part) {
        return part.label + SETUP;
    }

    private Path record(String label) {
        return home.run(label + ".json");
    }

    /** Each start begins a log of its own; the one before stays readable. */
    private static void setAsideLog(Path log) {
        try {
            if (Files.exists(log)) {
                Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
