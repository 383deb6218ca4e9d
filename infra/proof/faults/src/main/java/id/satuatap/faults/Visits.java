package id.satuatap.faults;

import id.satuatap.stack.Stack;
import id.satuatap.stack.Waiting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** People who look at one page again and again, without an account. */
final class Visits implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(20);

    private final Recorder recorder = new Recorder();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean goesOn = true;

    private Visits() {}

    static Visits start(Stack stack, String host, String path, int people) {
        var visits = new Visits();
        var caller = Caller.of(stack, host, () -> "", visits.recorder);
        for (var person = 0; person < people; person++) {
            visits.threads.add(Thread.ofVirtual().start(() -> {
                while (visits.goesOn) {
                    caller.get(path);
                    Waiting.pass(PAUSE);
                }
            }));
        }
        return visits;
    }

    Recorder recorder() {
        return recorder;
    }

    @Override
    public void close() {
        goesOn = false;
        for (var thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
