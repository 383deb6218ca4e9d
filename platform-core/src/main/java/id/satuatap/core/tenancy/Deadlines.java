package id.satuatap.core.tenancy;

import io.r2dbc.spi.Connection;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/**
 * Closes a connection that was lent for longer than any transaction may take. A server that has stopped, or a wire that swallows
 * everything, says nothing: without a clock of our own the caller would wait for ever, and the pool would be empty for all others.
 */
class Deadlines {

    private static final Logger LOG = LoggerFactory.getLogger(Deadlines.class);

    private final Duration patience;
    private final Map<Connection, Disposable> running = new ConcurrentHashMap<>();

    Deadlines(Duration patience) {
        this.patience = patience;
    }

    Publisher<Void> begin(Connection connection) {
        return Mono.fromRunnable(() -> replace(connection, giveUp(connection).subscribe()));
    }

    Publisher<Void> end(Connection connection) {
        return Mono.fromRunnable(() -> replace(connection, null));
    }

    /** Closing fails whatever waits for an answer on it. */
    private Mono<Void> giveUp(Connection connection) {
        return Mono.delay(patience)
                .doOnNext(late -> LOG.warn("the database has not answered for {}: a connection is given up", patience))
                .doOnNext(late -> running.remove(connection))
                .then(Mono.defer(() -> Mono.from(connection.close())))
                .onErrorComplete();
    }

    private void replace(Connection connection, @Nullable Disposable deadline) {
        var before = deadline == null ? running.remove(connection) : running.put(connection, deadline);
        if (before != null) {
            before.dispose();
        }
    }
}
