package id.satuatap.gateway.core;

import id.satuatap.gateway.Addresses;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The instances of platform-core, asked in turn. One that says it is not ready, or cannot be reached, is left out until it is
 * ready again; when none is, all are tried, for their own answer says best what is wrong.
 *
 * @see "Decision 0014"
 */
@Component
public class Cores implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Cores.class);
    private static final Duration ROUND = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final WebClient client;
    private final List<URI> all;
    private final Set<URI> away = ConcurrentHashMap.newKeySet();
    private final AtomicInteger turn = new AtomicInteger();
    private volatile @Nullable Disposable polling;

    Cores(WebClient internalWebClient, Addresses addresses) {
        this.client = internalWebClient;
        this.all = addresses.coreUrl();
    }

    public int size() {
        return all.size();
    }

    public URI next() {
        var ready = all.stream().filter(core -> !away.contains(core)).toList();
        var choice = ready.isEmpty() ? all : ready;
        return choice.get(Math.floorMod(turn.getAndIncrement(), choice.size()));
    }

    /** Nobody listens there. */
    public void unreachable(URI core) {
        note(core, false);
    }

    private Mono<Void> ask(URI core) {
        return client.get()
                .uri(core.resolve("/actuator/health/readiness"))
                .exchangeToMono(answer ->
                        answer.releaseBody().thenReturn(answer.statusCode().is2xxSuccessful()))
                .timeout(PATIENCE)
                .onErrorReturn(false)
                .doOnNext(ready -> note(core, ready))
                .then();
    }

    private void note(URI core, boolean ready) {
        if (ready ? away.remove(core) : away.add(core)) {
            LOG.info("{} is {}", core, ready ? "asked again" : "left out");
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
