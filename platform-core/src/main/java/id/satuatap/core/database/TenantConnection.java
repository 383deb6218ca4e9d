package id.satuatap.core.database;

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
 * A connection whose transactions begin with the tenant they are for, both in one message: nothing lies between. This is the only place
 * that names a tenant to the database; without a tenant the setting is emptied, and row level security shows nothing. Nobody waits for
 * that message, nor for the end of a transaction that only read: the wire keeps the order, so what is sent next comes after it. Everything
 * else is the driver's.
 *
 * @see "Decision 0006"
 */
class TenantConnection implements Connection, Wrapped<Connection> {

    /** A tenant is a UUID, or nothing: so it can stand in the text. True: for this transaction only. */
    private static final String SET_TENANT = "select set_config('app.tenant_id', '%s', true)";

    private final Connection driver;

    /** How the present transaction began. If it did not, its statements find no tenant and show nothing, and its end says why. */
    private volatile Mono<Void> begun = Mono.empty();

    private volatile boolean onlyReads;

    TenantConnection(Connection driver) {
        this.driver = driver;
    }

    @Override
    public Publisher<Void> beginTransaction() {
        return begin("begin", false);
    }

    @Override
    public Publisher<Void> beginTransaction(TransactionDefinition definition) {
        var begin = new StringBuilder("begin");
        var isolation = definition.getAttribute(TransactionDefinition.ISOLATION_LEVEL);
        if (isolation != null) {
            begin.append(" isolation level ").append(isolation.asSql());
        }
        var reads = Boolean.TRUE.equals(definition.getAttribute(TransactionDefinition.READ_ONLY));
        if (reads) {
            begin.append(" read only");
        }
        return begin(begin.toString(), reads);
    }

    private Mono<Void> begin(String begin, boolean reads) {
        return Mono.deferContextual(context -> {
            var tenant = CurrentTenant.in(context).map(TenantId::toString).orElse("");
            var batch = driver.createBatch().add(begin).add(SET_TENANT.formatted(tenant));
            onlyReads = reads;
            begun = send(
                    Flux.from(batch.execute()).concatMap(Result::getRowsUpdated).then());
            return Mono.empty();
        });
    }

    /** What only read has nothing to lose: its end is sent, and the connection may go on to the next. */
    @Override
    public Publisher<Void> commitTransaction() {
        var commit = Mono.from(driver.commitTransaction());
        return begun.then(onlyReads ? Mono.fromRunnable(() -> send(commit)) : commit);
    }

    @Override
    public Publisher<Void> rollbackTransaction() {
        return begun.onErrorComplete().then(Mono.from(driver.rollbackTransaction()));
    }

    /** Always: there is nothing to restore after a transaction, whose end may still be under way. */
    @Override
    public boolean isAutoCommit() {
        return true;
    }

    /** At once, without waiting; the result tells how it ended. */
    private static Mono<Void> send(Mono<Void> work) {
        var end = work.toFuture();
        return Mono.fromFuture(end, true);
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
