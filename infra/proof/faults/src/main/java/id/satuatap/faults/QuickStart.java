package id.satuatap.faults;

import id.satuatap.stack.Service;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Start-up caches as {@code infra/up} makes them: recorded from one more start of each process, some use of it, and its end. */
final class QuickStart {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String RECORD = "-XX:AOTCacheOutput=";

    private QuickStart() {}

    /** From now on the process starts from a cache that knows this use; returns when it is ready. */
    static void record(Service service, Path cache, Runnable use) {
        service.stop();
        service.javaOptions(List.of(RECORD + cache));
        service.start();
        service.awaitReady(PATIENCE);
        use.run();
        service.terminate();
        if (!Waiting.until(PATIENCE, () -> !service.isAlive())) {
            throw new IllegalStateException("The start-up cache is not written: " + service.log());
        }
        service.withoutJavaOptions(RECORD);
        service.javaOptions(List.of("-XX:AOTCache=" + cache));
        service.start();
        service.awaitReady(PATIENCE);
    }
}
