package id.satuatap.core.database;

import io.r2dbc.spi.ConnectionFactory;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;
import reactor.core.publisher.Mono;

/**
 * Opens the transactions of this application, and is the only one that {@link TransactionalConnections} lets have a connection. Which tenant
 * a transaction is for, the connection says when it begins ({@link TenantConnection}).
 *
 * @see "Decision 0002"
 */
class TenantTransactionManager extends R2dbcTransactionManager {

    TenantTransactionManager(ConnectionFactory connectionFactory) {
        super(connectionFactory);
    }

    @Override
    protected Mono<Void> doBegin(
            TransactionSynchronizationManager synchronization, Object transaction, TransactionDefinition definition) {
        return super.doBegin(synchronization, transaction, definition).contextWrite(TransactionalConnections::allow);
    }
}
