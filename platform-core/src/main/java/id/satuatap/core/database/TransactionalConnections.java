package id.satuatap.core.database;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/** Hands out connections to the transaction manager only: a query outside a transaction is a bug, and fails here. */
class TransactionalConnections implements ConnectionFactory {

    private static final Object ALLOWED = TransactionalConnections.class;

    private final ConnectionFactory pool;

    TransactionalConnections(ConnectionFactory pool) {
        this.pool = pool;
    }

    static Context allow(Context context) {
        return context.put(ALLOWED, true);
    }

    @Override
    public Publisher<? extends Connection> create() {
        return Mono.deferContextual(context -> context.hasKey(ALLOWED)
                ? Mono.from(pool.create())
                : Mono.error(new IllegalStateException("a query outside a transaction")));
    }

    @Override
    public ConnectionFactoryMetadata getMetadata() {
        return pool.getMetadata();
    }
}
