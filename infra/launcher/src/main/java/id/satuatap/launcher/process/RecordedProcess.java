package id.satuatap.launcher.process;

import id.satuatap.launcher.home.PrivateJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * A process that was started here, remembered by number and start time together: numbers are used again, and a foreign
 * process must never be stopped.
 *
 * @param build what it runs, so that another start can see whether it is still the wanted one
 */
public record RecordedProcess(long pid, Instant started, String build) {

    /** The system tells start times from a boot time that may move by a second when the clock is set. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(3);

    private static final Duration POLL = Duration.ofMillis(100);

    public static RecordedProcess of(ProcessHandle process, String build) {
        return new RecordedProcess(process.pid(), process.info().startInstant().orElseGet(Instant::now), build);
    }

    public static Optional<RecordedProcess> read(Path file) {
        return Files.exists(file) ? Optional.of(PrivateJson.read(file, RecordedProcess.class)) : Optional.empty();
    }

    public Optional<ProcessHandle> alive() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process ->
                        process.info().startInstant().filter(this::isMine).isPresent())
                .filter(RecordedProcess::isNoZombie);
    }

    /** Whether it ended in time. Asks the system again and again: not every process is a child of ours. */
    public boolean endsWithin(Duration patience) {
        var deadline = Instant.now().plus(patience);
        while (alive().isPresent()) {
            if (Instant.now().isAfter(deadline)) {
                return false;
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
        return true;
    }

    private boolean isMine(Instant start) {
        return Duration.between(started, start).abs().compareTo(CLOCK_TOLERANCE) <= 0;
    }

    /** A process that ended, but whose end nobody asked for, still counts as alive on Linux. */
    private static boolean isNoZombie(ProcessHandle process) {
        var stat = Path.of("/proc", Long.toString(process.pid()), "stat");
        try {
            return !Files.exists(stat)
                    || !Files.readString(stat).replaceFirst(".*\\) ", "").startsWith("Z");
        } catch (IOException e) {
            return false;
        }
    }
}
