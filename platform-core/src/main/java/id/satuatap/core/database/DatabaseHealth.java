package id.satuatap.core.database;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ValidationDepth;
import java.time.Duration;
import org.springframework.boot.health.contributor.AbstractReactiveHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Whether the database answers. Named {@code database} in the health report. */
@Component("database")
class DatabaseHealth extends AbstractReactiveHealthIndicator {

    private final ConnectionPool pool;

    DatabaseHealth(ConnectionPool pool) {
        this.pool = pool;
    }

    @Override
    protected Mono<Health> doHealthCheck(Health.Builder builder) {
        return Mono.usingWhen(
                        pool.create(),
                        connection -> Mono.from(connection.validate(ValidationDepth.REMOTE)),
                        Connection::close)
                .timeout(Duration.ofSeconds(3))
                .map(alive -> alive ? builder.up().build() : builder.down().build());
    }
}
