package id.satuatap.launcher.process;

import id.satuatap.launcher.home.Home;
import id.satuatap.launcher.home.PrivateJson;
import id.satuatap.launcher.settings.CannotStart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** One launcher at a time works in a home. The system gives the lock back when its holder ends, however it ends. */
public final class HomeLock {

    /** Long enough for a launcher that is just stopping everything and writes start-up caches. */
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    /** What is locked stays referenced: a channel that nobody references is closed, and its lock with it. */
    private static final List<FileLock> HELD = new CopyOnWriteArrayList<>();

    private final Home home;

    public HomeLock(Home home) {
        this.home = home;
    }

    public void take() {
        if (!taken()) {
            throw new CannotStart(
                    "Satu Atap lain memakai %s. / Another infra/up is at work in this home%s; SATUATAP_HOME and SATUATAP_PORT make a second copy."
                            .formatted(
                                    home.folder(),
                                    holder().map(process -> " (process " + process.pid() + ")")
                                            .orElse("")));
        }
    }

    /**
     * Asks the launcher that holds the home to stop, which stops everything it started, and waits until it has.
     *
     * @return whether there was one
     */
    public boolean takeOver() {
        if (taken()) {
            return false;
        }
        holder().flatMap(RecordedProcess::alive).ifPresent(ProcessHandle::destroy);
        holder().ifPresent(process -> process.endsWithin(PATIENCE));
        take();
        return true;
    }

    private boolean taken() {
        try {
            var channel = FileChannel.open(home.run("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            var lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                return false;
            }
            HELD.add(lock);
            PrivateJson.write(home.run("launcher.json"), RecordedProcess.of(ProcessHandle.current(), "launcher"));
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<RecordedProcess> holder() {
        return RecordedProcess.read(home.run("launcher.json"));
    }
}
