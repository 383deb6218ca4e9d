package id.satuatap.twin;

import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Begins each transaction with its tenant, as core does. */
@Component
class TenantTransactions {

    private final JdbcClient database;
    private final TransactionTemplate reading;
    private final TransactionTemplate writing;

    TenantTransactions(JdbcClient database, PlatformTransactionManager transactions) {
        this.database = database;
        this.writing = new TransactionTemplate(transactions);
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    <T> T read(String tenant, Supplier<T> work) {
        return run(reading, tenant, work);
    }

    <T> T write(String tenant, Supplier<T> work) {
        return run(writing, tenant, work);
    }

    private <T> T run(TransactionTemplate transaction, String tenant, Supplier<T> work) {
        return transaction.execute(status -> {
            database.sql("select set_config('app.tenant_id', ?, true)")
                    .param(tenant)
                    .query(String.class)
                    .single();
            return work.get();
        });
    }
}
