package id.satuatap.core.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.satuatap.core.setup.TestPlatform;
import io.r2dbc.pool.ConnectionPool;
import java.io.IOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Callers who hang up leave no open transaction and no tenant behind on a pooled connection. */
class HangUpIT {

    private static final TestPlatform PLATFORM = TestPlatform.get();
    private static final int REQUESTS = 4000;
    private static final Duration POLL = Duration.ofMillis(20);

    @ParameterizedTest
    @ValueSource(ints = {1, 10})
    void thousands_of_cancelled_requests_leave_the_pool_clean(int poolSize) throws Exception {
        try (var application = application(poolSize)) {
            var port = application.getEnvironment().getProperty("local.server.port");
            var client = WebClient.create("http://127.0.0.1:" + port);
            var cancelled = new AtomicInteger();
            var random = new Random(poolSize);

            Flux.range(0, REQUESTS)
                    .flatMap(number -> hangUp(client, number, random.nextInt(4000), cancelled), 40)
                    .blockLast(Duration.ofMinutes(3));

            assertThat(cancelled.get()).isGreaterThan(REQUESTS / 10);
            var connections = application.getBean(ConnectionPool.class);
            var pool = connections.getMetrics().orElseThrow();
            awaitZero("lent or waited for", () -> pool.acquiredSize() + pool.pendingAcquireSize());
            awaitZero("open transactions", HangUpIT::openTransactions);
            assertThat(carried(connections, poolSize)).hasSize(poolSize).containsOnly("");
            awaitZero("lent", pool::acquiredSize);
            assertThat(list(client, TestPlatform.LEBONG).block(Duration.ofSeconds(10)))
                    .contains("items");
        }
    }

    @Test
    void a_query_outside_a_transaction_fails() {
        var query = PLATFORM.bean(DatabaseClient.class)
                .sql("select count(*) from spbe.answer")
                .fetch()
                .one();

        assertThatThrownBy(query::block).hasRootCauseMessage("a query outside a transaction");
    }

    private static Mono<String> hangUp(WebClient client, int number, int micros, AtomicInteger cancelled) {
        var tenant = number % 2 == 0 ? TestPlatform.REJANG_LEBONG : TestPlatform.BANGKALAN;
        return list(client, tenant)
                .timeout(Duration.ofNanos(
                        micros * 1000L + ThreadLocalRandom.current().nextInt(1000)))
                .onErrorResume(gone -> {
                    cancelled.incrementAndGet();
                    return Mono.empty();
                });
    }

    private static Mono<String> list(WebClient client, String tenant) {
        return client.method(HttpMethod.GET)
                .uri("/api/v1/spbe/assessments")
                .header("X-Satu-Tenant", tenant)
                .header("Authorization", "Bearer " + PLATFORM.token("internal-assessor." + tenant))
                .retrieve()
                .bodyToMono(String.class);
    }

    private static ConfigurableApplicationContext application(int poolSize) throws IOException {
        return TestPlatform.application(
                PLATFORM.database(),
                PLATFORM.identityUrl(),
                Map.of("satuatap.database.pool-size", poolSize, "spring.application.name", "hang-up-" + poolSize));
    }

    /** The unfinished ones run to their end; then nothing may be left. */
    private static void awaitZero(String what, Callable<? extends Number> count) throws Exception {
        var deadline = Instant.now().plus(Duration.ofSeconds(30));
        long left;
        while ((left = count.call().longValue()) > 0 && Instant.now().isBefore(deadline)) {
            LockSupport.parkNanos(POLL.toNanos());
        }
        assertThat(left).as(what).isZero();
    }

    private static long openTransactions() throws SQLException {
        var database = PLATFORM.database();
        try (var connection = DriverManager.getConnection(
                        database.jdbcUrl(), database.superuserUsername(), database.superuserPassword());
                var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select count(*) from pg_stat_activity
                         where datname = current_database() and application_name = 'platform-core'
                           and state like 'idle in transaction%'
                        """)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** What each raw connection of the pool still carries: must be no tenant, and no transaction. */
    private static List<String> carried(ConnectionPool pool, int size) {
        return Flux.range(0, size)
                .flatMap(number -> Mono.from(pool.create()), size)
                .collectList()
                .flatMapMany(connections -> Flux.fromIterable(connections)
                        .concatMap(connection -> Flux.from(connection
                                        .createStatement(
                                                "select coalesce(current_setting('app.tenant_id', true), '')"
                                                        + " || case when now() = statement_timestamp() then '' else ' in a transaction' end as carried")
                                        .execute())
                                .concatMap(result -> result.map(row -> row.get("carried", String.class)))
                                .concatWith(Mono.from(connection.close()).then(Mono.empty()))))
                .collectList()
                .block(Duration.ofSeconds(30));
    }
}
