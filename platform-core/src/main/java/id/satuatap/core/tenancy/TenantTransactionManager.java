package id.satuatap.core.tenancy;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;
import reactor.core.publisher.Mono;

/**
 * Begins each transaction with the tenant it is for. This is the only place that names a tenant to the database;
 * without a tenant the setting is emptied, and row level security shows nothing.
 *
 * @see "Decision 0002"
 */
class TenantTransactionManager extends R2dbcTransactionManager {

    private static final String SET_TENANT =
            "select set_config('app.tenant_id', $1, true)"; // true: this transaction only

    TenantTransactionManager(ConnectionFactory connectionFactory) {
        super(connectionFactory);
    }

    @Override
    protected Mono<Void> doBegin(
            TransactionSynchronizationManager synchronization, Object transaction, TransactionDefinition definition) {
        return super.doBegin(synchronization, transaction, definition).contextWrite(TransactionalConnections::allow);
    }

    @Override
    protected Mono<Void> prepareTransactionalConnection(Connection connection, TransactionDefinition definition) {
        var setTenant = Mono.deferContextual(context -> Mono.from(connection
                                .createStatement(SET_TENANT)
                                .bind(
                                        "$1",
                                        CurrentTenant.in(context)
                                                .map(TenantId::toString)
                                                .orElse(""))
                                .execute())
                        .flatMap(result -> Mono.from(result.getRowsUpdated())))
                .then();
        return super.prepareTransactionalConnection(connection, definition).then(setTenant);
    }
}
