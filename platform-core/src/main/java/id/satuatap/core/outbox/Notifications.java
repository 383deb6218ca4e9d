package id.satuatap.core.outbox;

import id.satuatap.core.database.TenantId;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.ValidationDepth;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** What PostgreSQL tells of new events: which tenant, which event, nothing more. One connection, made again when it is lost. */
@Component
class Notifications {

    /** What was heard. */
    sealed interface Notification {}

    /** An event was committed. */
    record Committed(TenantId tenant, UUID event) implements Notification {}

    /** From here on we listen; what happened before went unheard. */
    record Listening() implements Notification {}

    private static final Logger LOG = LoggerFactory.getLogger(Notifications.class);
    private static final Duration PING = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(5);

    private final Flux<Notification> all;

    Notifications(PostgresqlConnectionFactory listeningConnections) {
        this.all = Flux.usingWhen(listeningConnections.create(), Notifications::listen, PostgresqlConnection::close)
                .doOnError(lost -> LOG.warn("not listening to events for the moment: {}", lost.toString()))
                .retryWhen(Retry.backoff(Long.MAX_VALUE, Duration.ofMillis(500)).maxBackoff(Duration.ofSeconds(5)))
                .publish()
                .refCount(1);
    }

    Flux<Notification> all() {
        return all;
    }

    private static Flux<Notification> listen(PostgresqlConnection connection) {
        var listen = connection
                .createStatement("listen " + OutboxRepository.CHANNEL)
                .execute()
                .flatMap(result -> result.getRowsUpdated())
                .then(Mono.<Notification>just(new Listening()));
        var heard = connection
                .getNotifications()
                .mapNotNull(notification -> notification.getParameter())
                .mapNotNull(Notifications::parse);
        return Flux.merge(heard, listen, ping(connection));
    }

    /** A wire that swallows everything looks like silence: so the server is asked now and then. */
    private static Flux<Notification> ping(PostgresqlConnection connection) {
        return Flux.interval(PING)
                .onBackpressureDrop()
                .concatMap(tick -> Mono.from(connection.validate(ValidationDepth.REMOTE))
                        .timeout(ANSWER)
                        .filter(alive -> !alive)
                        .<Notification>flatMap(
                                dead -> Mono.error(new R2dbcNonTransientResourceException("no answer to a ping"))));
    }

    /** Ids only: who hears it reads the event under its tenant's policy. */
    static String payload(TenantId tenant, UUID event) {
        return tenant + "/" + event;
    }

    /** Null for what is no such payload: anybody on the database may say anything, and it must not end the listening of all tenants. */
    static @Nullable Notification parse(String payload) {
        try {
            var ids = payload.split("/", -1);
            if (ids.length == 2) {
                return new Committed(new TenantId(UUID.fromString(ids[0])), UUID.fromString(ids[1]));
            }
        } catch (IllegalArgumentException notIds) {
            LOG.debug("not ids", notIds);
        }
        LOG.warn("passed over a notification that names no event");
        return null;
    }
}
