package id.satuatap.core.document;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** The bounded pool for what keeps a processor busy and takes memory: reading and drawing files. Half of the processors stay for requests. */
@Component
class HeavyWork {

    private static final int MOST_WAITING = 1000;

    private final Scheduler pool = Schedulers.newBoundedElastic(
            Math.max(1, Runtime.getRuntime().availableProcessors() / 2), MOST_WAITING, "heavy-work");

    <T> Mono<T> run(Callable<T> work) {
        return Mono.fromCallable(work)
                .subscribeOn(pool)
                .onErrorMap(
                        RejectedExecutionException.class,
                        full -> new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE, null, full));
    }

    @PreDestroy
    void close() {
        pool.dispose();
    }
}
