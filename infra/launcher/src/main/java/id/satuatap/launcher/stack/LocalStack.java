package id.satuatap.launcher.stack;

import id.satuatap.launcher.database.LocalPostgres;
import id.satuatap.launcher.home.Folders;
import id.satuatap.launcher.home.Home;
import id.satuatap.launcher.process.LogTail;
import id.satuatap.launcher.process.Processes;
import id.satuatap.launcher.process.RecordedProcess;
import id.satuatap.launcher.settings.CannotStart;
import id.satuatap.launcher.settings.Part;
import id.satuatap.launcher.settings.Settings;
import id.satuatap.launcher.settings.Terminal;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** Everything that runs in one home: whether it is as wanted, watched, and stopped in order. */
public final class LocalStack {

    private static final Duration TO_END = Duration.ofSeconds(30);
    private static final Duration TO_END_WITH_CACHE = Duration.ofSeconds(150);

    private final Settings settings;
    private final Home home;
    private final Terminal terminal;
    private final Processes processes;
    private boolean stopped;

    public LocalStack(Settings settings, Home home, Terminal terminal) {
        this.settings = settings;
        this.home = home;
        this.terminal = terminal;
        this.processes = new Processes(home);
    }

    /** Starts a process in the background, unless everything is just being stopped. */
    synchronized Process start(String label, String build, List<String> command, Map<String, String> variables) {
        if (stopped) {
            throw new CannotStart("Dihentikan. / Stopped.");
        }
        return processes.start(label, build, command, variables);
    }

    void forget(String label) {
        processes.forget(label);
    }

    public boolean runsAnything() {
        return !running().isEmpty() || LocalPostgres.running(home).isPresent();
    }

    /** Whether every part runs what has been built last, at the wanted port, and is well. */
    public boolean runsAsWanted() {
        var database =
                settings.database() != null || LocalPostgres.running(home).isPresent();
        return database && Arrays.stream(Part.values()).allMatch(this::runsAsWanted);
    }

    private boolean runsAsWanted(Part part) {
        return Files.exists(part.jar(settings.root()))
                && processes
                        .running(part.label)
                        .filter(it -> it.build().equals(wanted(part)))
                        .isPresent()
                && Health.isGood(part, settings.port());
    }

    private String wanted(Part part) {
        return build(JarFingerprint.of(part.jar(settings.root())));
    }

    String build(String fingerprint) {
        return fingerprint + "@" + settings.port();
    }

    /** Stops the parts first, then the database. May be called again, and after a crash. */
    public void stop() {
        synchronized (this) {
            stopped = true;
        }
        var wellStarted = Files.exists(home.ready());
        Folders.delete(home.ready());
        stopParts(wellStarted);
        var since = Instant.now();
        if (LocalPostgres.running(home).isPresent()) {
            LocalPostgres.stop(home);
            terminal.done(LocalPostgres.LABEL + " berhenti / stopped", since);
        }
    }

    private void stopParts(boolean wellStarted) {
        var since = Instant.now();
        var running = running();
        running.forEach(label ->
                processes.running(label).flatMap(RecordedProcess::alive).ifPresent(ProcessHandle::destroy));
        running.forEach(label -> awaitEnd(label, wellStarted));
        labels().forEach(processes::forget);
        if (!running.isEmpty()) {
            terminal.done("berhenti / stopped", since);
        }
    }

    /** Waits until this process is told to end; says so when a part ends meanwhile. */
    public void watch() {
        for (var part : Part.values()) {
            processes
                    .running(part.label)
                    .flatMap(RecordedProcess::alive)
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
        var process = processes.running(label).orElse(null);
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
                    .forEach(part -> processes
                            .recorded(label)
                            .map(process -> process.build().replaceFirst("@.*", ""))
                            .ifPresent(
                                    build -> ExtractedJar.of(part, home, build).keepCache()));
        }
    }

    private static boolean recordsCache(RecordedProcess process) {
        return process.alive()
                .flatMap(handle -> handle.info().arguments())
                .filter(arguments -> Arrays.stream(arguments).anyMatch(it -> it.startsWith("-XX:AOTCacheOutput")))
                .isPresent();
    }

    private List<String> running() {
        return labels().stream()
                .filter(label -> processes.running(label).isPresent())
                .toList();
    }

    private static List<String> labels() {
        var labels = new ArrayList<String>();
        for (var part : Part.values()) {
            labels.add(part.label);
            part.setup().ifPresent(main -> labels.add(setupLabel(part)));
        }
        return labels;
    }

    static String setupLabel(Part part) {
        return part.label + "-setup";
    }
}
