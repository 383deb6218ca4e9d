package id.satuatap.launcher.process;

import id.satuatap.launcher.settings.CannotStart;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Waits for a process that was just started here. Who is interrupted meanwhile is being stopped himself. */
public final class ChildProcess {

    private ChildProcess() {}

    public static int exitCode(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            throw stopped(e);
        }
    }

    public static boolean endsWithin(Process process, Duration patience) {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw stopped(e);
        }
    }

    private static CannotStart stopped(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new CannotStart("Dihentikan. / Stopped.", e);
    }
}
