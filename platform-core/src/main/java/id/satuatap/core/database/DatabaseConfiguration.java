package id.satuatap.core.database;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Duration;
import java.util.Map;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Role;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** The database as this application sees it: a pool, a guard before it, and transactions that name their tenant. */
@Configuration(proxyBeanMethods = false)
@EnableTransactionManagement
@EnableConfigurationProperties(DatabaseProperties.class)
class DatabaseConfiguration {

    /** More than could get their turn before they give up waiting are turned away at once. */
    private static final int WAITING_FOR_EACH = 100;

    /** Bare connections for what listens: notifications belong to no transaction. */
    @Bean
    PostgresqlConnectionFactory listeningConnections(DatabaseProperties database) {
        return new PostgresqlConnectionFactory(connection(database).build());
    }

    @Bean(destroyMethod = "stop")
    Deadlines deadlines(DatabaseProperties database) {
        return new Deadlines(database.patience());
    }

    @Bean(destroyMethod = "dispose")
    ConnectionPool connectionPool(DatabaseProperties database, Deadlines deadlines, ReactorResourceFactory eventLoops) {
        var connections = new PostgresqlConnectionFactory(connection(database)
                // The server's own: an answer need not change threads.
                .loopResources(eventLoops.getLoopResources())
                .forceBinary(true)
                .options(Map.of(
                        "statement_timeout", database.statementTimeout().toMillis() + "",
                        "idle_in_transaction_session_timeout", "30000",
                        "lock_timeout", "5000"))
                .build());
        return new ConnectionPool(ConnectionPoolConfiguration.builder(new TenantConnections(connections))
                .name("core")
                .initialSize(0)
                .minIdle(0)
                .maxSize(database.poolSize())
                .maxAcquireTime(Duration.ofSeconds(5))
                .maxCreateConnectionTime(Duration.ofSeconds(3))
                .acquireRetry(1)
                .customizer(pool -> pool.maxPendingAcquire(WAITING_FOR_EACH * database.poolSize()))
                .maxIdleTime(Duration.ofMinutes(10))
                .postAllocate(deadlines::begin)
                .preRelease(deadlines::end)
                .registerJmx(false)
                .build());
    }

    private static PostgresqlConnectionConfiguration.Builder connection(DatabaseProperties database) {
        return PostgresqlConnectionConfiguration.builder()
                .applicationName("platform-core")
                .host(database.host())
                .port(database.port())
                .database(database.name())
                .username(database.username())
                .password(database.password())
                .connectTimeout(Duration.ofSeconds(3))
                .tcpKeepAlive(true);
    }

    @Bean
    @Primary
    ConnectionFactory transactionalConnections(ConnectionPool pool) {
        return new TransactionalConnections(pool);
    }

    @Bean
    TenantTransactionManager transactionManager(ConnectionFactory transactionalConnections) {
        return new TenantTransactionManager(transactionalConnections);
    }

    @Bean
    DatabaseClient databaseClient(ConnectionFactory transactionalConnections) {
        return DatabaseClient.create(transactionalConnections);
    }

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static UninterruptedTransactions uninterruptedTransactions() {
        return new UninterruptedTransactions();
    }
}
