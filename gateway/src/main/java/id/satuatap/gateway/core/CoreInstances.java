package id.satuatap.gateway.core;

import id.satuatap.gateway.Addresses;
import java.net.URI;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The instances of platform-core, asked in turn: those that say they are ready; when none is, those that are busy, then those
 * that end and serve on for a moment, at last those that could not be reached.
 *
 * @see "Decision 0014"
 */
@Component
public class CoreInstances implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(CoreInstances.class);
    private static final Duration ROUND = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final String ENDING =
            "OUT_OF_SERVICE"; // how readiness is called in an instance that was told to end

    /** The better first. */
    private enum Readiness {
        READY,
        BUSY,
        ENDING,
        GONE
    }

    private final WebClient client;
    private final List<URI> all;
    private final Map<URI, Readiness> states = new ConcurrentHashMap<>();
    private final AtomicInteger turn = new AtomicInteger();
    private volatile @Nullable Disposable polling;

    CoreInstances(WebClient internalWebClient, Addresses addresses) {
        this.client = internalWebClient;
        this.all = addresses.coreUrl();
        all.forEach(core -> states.put(core, Readiness.READY));
    }

    public int size() {
        return all.size();
    }

    public URI next() {
        var now = Map.copyOf(states);
        var best = now.values().stream().min(Comparator.naturalOrder()).orElseThrow();
        var choice = all.stream().filter(core -> now.get(core) == best).toList();
        return choice.get(Math.floorMod(turn.getAndIncrement(), choice.size()));
    }

    /** Nobody listens there. */
    public void unreachable(URI core) {
        note(core, Readiness.GONE);
    }

    private Mono<Void> ask(URI core) {
        return client.get()
                .uri(core.resolve("/actuator/health/readiness"))
                .exchangeToMono(answer -> answer.bodyToMono(String.class)
                        .defaultIfEmpty("")
                        .map(body -> state(answer.statusCode(), body)))
                .timeout(PATIENCE)
                .onErrorResume(TimeoutException.class, slow -> Mono.just(Readiness.BUSY))
                .onErrorReturn(Readiness.GONE)
                .doOnNext(state -> note(core, state))
                .then();
    }

    /** Not ready for want of a free connection to the database is not the same as told to end. */
    private static Readiness state(HttpStatusCode status, String body) {
        if (status.is2xxSuccessful()) {
            return Readiness.READY;
        }
        return body.contains(ENDING) ? Readiness.ENDING : Readiness.BUSY;
    }

    private void note(URI core, Readiness state) {
        if (states.put(core, state) != state) {
            LOG.info("{} is {}", core, state);
        }
    }

    /** With one instance there is nothing to choose. */
    @Override
    public void start() {
        polling = all.size() == 1
                ? Mono.never().subscribe()
                : Flux.fromIterable(all)
                        .flatMap(core -> Mono.defer(() -> ask(core)).repeatWhen(rounds -> rounds.delayElements(ROUND)))
                        .subscribe();
    }

    @Override
    public void stop() {
        var running = polling;
        if (running != null) {
            running.dispose();
        }
        polling = null;
    }

    @Override
    public boolean isRunning() {
        return polling != null;
    }
}
