package id.satuatap.admin.session;

import id.satuatap.admin.session.CoreEvents.Listener;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** One screen at a session's stream. Events that come together are told together, and no more often than once a second. */
final class Screen {

    private static final long TOGETHER = Duration.ofMillis(200).toNanos();
    private static final long PAUSE = Duration.ofSeconds(1).toNanos();
    private static final Executor THREADS = Executors.newVirtualThreadPerTaskExecutor();

    private final Set<String> names;
    private final Listener listener;
    private boolean gone;
    private boolean due;
    private long toldAt = System.nanoTime() - PAUSE;
    private String newest = "";

    Screen(Set<String> names, Listener listener) {
        this.names = Set.copyOf(names);
        this.listener = listener;
    }

    synchronized void happened(String name, String event) {
        if (!names.contains(name)) {
            return;
        }
        newest = event;
        if (!due) {
            due = true;
            var wait = Math.max(TOGETHER, toldAt + PAUSE - System.nanoTime());
            CompletableFuture.delayedExecutor(wait, TimeUnit.NANOSECONDS, THREADS)
                    .execute(this::tell);
        }
    }

    private void tell() {
        String event;
        synchronized (this) {
            due = false;
            toldAt = System.nanoTime();
            event = newest;
            if (gone) {
                return;
            }
        }
        listener.happened(event);
    }

    void connected() {
        listener.connected();
    }

    void disconnected() {
        listener.disconnected();
    }

    synchronized void leave() {
        gone = true;
    }
}
