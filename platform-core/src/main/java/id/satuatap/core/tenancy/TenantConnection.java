package id.satuatap.core.tenancy;

import io.r2dbc.spi.Batch;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionMetadata;
import io.r2dbc.spi.IsolationLevel;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.Statement;
import io.r2dbc.spi.TransactionDefinition;
import io.r2dbc.spi.ValidationDepth;
import io.r2dbc.spi.Wrapped;
import java.time.Duration;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A connection whose transactions begin with the tenant they are for, both in one message: nothing lies between, and it is one journey to
 * the database less. This is the only place that names a tenant to the database; without a tenant the setting is emptied, and row level
 * security shows nothing. Everything else is the driver's.
 *
 * @see "Decision 0006"
 */
record TenantConnection(Connection driver) implements Connection, Wrapped<Connection> {

    /** A tenant is a UUID, or nothing: so it can stand in the text. True: for this transaction only. */
    private static final String SET_TENANT = "select set_config('app.tenant_id', '%s', true)";

    @Override
    public Publisher<Void> beginTransaction() {
        return begin("begin");
    }

    @Override
    public Publisher<Void> beginTransaction(TransactionDefinition definition) {
        var begin = new StringBuilder("begin");
        var isolation = definition.getAttribute(TransactionDefinition.ISOLATION_LEVEL);
        if (isolation != null) {
            begin.append(" isolation level ").append(isolation.asSql());
        }
        if (Boolean.TRUE.equals(definition.getAttribute(TransactionDefinition.READ_ONLY))) {
            begin.append(" read only");
        }
        return begin(begin.toString());
    }

    private Mono<Void> begin(String begin) {
        return Mono.deferContextual(context -> {
            var tenant = CurrentTenant.in(context).map(TenantId::toString).orElse("");
            return Flux.from(driver.createBatch()
                            .add(begin)
                            .add(SET_TENANT.formatted(tenant))
                            .execute())
                    .concatMap(Result::getRowsUpdated)
                    .then();
        });
    }

    @Override
    public Connection unwrap() {
        return driver;
    }

    @Override
    public Publisher<Void> close() {
        return driver.close();
    }

    @Override
    public Publisher<Void> commitTransaction() {
        return driver.commitTransaction();
    }

    @Override
    public Batch createBatch() {
        return driver.createBatch();
    }

    @Override
    public Publisher<Void> createSavepoint(String name) {
        return driver.createSavepoint(name);
    }

    @Override
    public Statement createStatement(String sql) {
        return driver.createStatement(sql);
    }

    @Override
    public boolean isAutoCommit() {
        return driver.isAutoCommit();
    }

    @Override
    public ConnectionMetadata getMetadata() {
        return driver.getMetadata();
    }

    @Override
    public IsolationLevel getTransactionIsolationLevel() {
        return driver.getTransactionIsolationLevel();
    }

    @Override
    public Publisher<Void> releaseSavepoint(String name) {
        return driver.releaseSavepoint(name);
    }

    @Override
    public Publisher<Void> rollbackTransaction() {
        return driver.rollbackTransaction();
    }

    @Override
    public Publisher<Void> rollbackTransactionToSavepoint(String name) {
        return driver.rollbackTransactionToSavepoint(name);
    }

    @Override
    public Publisher<Void> setAutoCommit(boolean autoCommit) {
        return driver.setAutoCommit(autoCommit);
    }

    @Override
    public Publisher<Void> setLockWaitTimeout(Duration timeout) {
        return driver.setLockWaitTimeout(timeout);
    }

    @Override
    public Publisher<Void> setStatementTimeout(Duration timeout) {
        return driver.setStatementTimeout(timeout);
    }

    @Override
    public Publisher<Void> setTransactionIsolationLevel(IsolationLevel isolation) {
        return driver.setTransactionIsolationLevel(isolation);
    }

    @Override
    public Publisher<Boolean> validate(ValidationDepth depth) {
        return driver.validate(depth);
    }
}
