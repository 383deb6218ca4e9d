package id.satuatap.core.database;

import io.r2dbc.spi.Connection;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Closes a connection that was lent for longer than any transaction may take. A server that has stopped, or a wire that swallows
 * everything, says nothing: without a clock of our own the caller would wait for ever, and the pool would be empty for all others. One
 * look at all of them now and then is enough; a clock for each request would wake a thread for each request.
 */
class Deadlines {

    private static final Logger LOG = LoggerFactory.getLogger(Deadlines.class);
    private static final Duration ROUND = Duration.ofMillis(500);

    private final Duration patience;
    private final Map<Connection, Long> lent = new ConcurrentHashMap<>();
    private final Disposable rounds;

    Deadlines(Duration patience) {
        this.patience = patience;
        this.rounds = Flux.interval(ROUND)
                .onBackpressureDrop()
                .concatMap(round -> Flux.fromIterable(lent.entrySet()).flatMap(this::giveUpLate))
                .subscribe();
    }

    Publisher<Void> begin(Connection connection) {
        return Mono.fromRunnable(() -> lent.put(connection, System.nanoTime()));
    }

    Publisher<Void> end(Connection connection) {
        return Mono.fromRunnable(() -> lent.remove(connection));
    }

    void stop() {
        rounds.dispose();
    }

    /** Closing fails whatever waits for an answer on it. One that came back meanwhile is no longer in the map, or with another time. */
    private Mono<Void> giveUpLate(Map.Entry<Connection, Long> entry) {
        var connection = entry.getKey();
        if (System.nanoTime() - entry.getValue() < patience.toNanos() || !lent.remove(connection, entry.getValue())) {
            return Mono.empty();
        }
        LOG.warn("the database has not answered for {}: a connection is given up", patience);
        return Mono.defer(() -> Mono.from(connection.close())).onErrorComplete();
    }
}
