package id.satuatap.core.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.satuatap.core.setup.TestPlatform;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RetentionIT {

    private static final TestPlatform PLATFORM = TestPlatform.get();

    @Test
    void what_has_aged_goes_in_batches_and_the_rest_stays() throws SQLException {
        var run = UUID.randomUUID().toString();
        try (var superuser = superuser()) {
            keys(superuser, "lebong", run, Retention.BATCH + 20, "49 hours");
            keys(superuser, "bangkalan", run, 3, "49 hours");
            keys(superuser, "lebong", run + "-young", 4, "47 hours");
            events(superuser, run, "31 days", "now()", 5);
            events(superuser, run + "-young", "29 days", "now()", 6);
            events(superuser, run + "-waiting", "31 days", "null", 7);

            PLATFORM.bean(Retention.class).round().block(Duration.ofSeconds(30));

            assertThat(number(superuser, "select count(*) from tenancy.idempotency where caller = '%s'", run))
                    .isZero();
            assertThat(number(superuser, "select count(*) from tenancy.idempotency where caller = '%s-young'", run))
                    .isEqualTo(4);
            assertThat(number(superuser, "select count(*) from outbox.event where type = '%s'", run))
                    .isZero();
            assertThat(number(superuser, "select count(*) from outbox.event where type = '%s-young'", run))
                    .isEqualTo(6);
            assertThat(number(superuser, "select count(*) from outbox.event where type = '%s-waiting'", run))
                    .isEqualTo(7);
            superuser.createStatement().execute("delete from outbox.event where type like '%s%%'".formatted(run));
        }
        assertThat(PLATFORM.bean(MeterRegistry.class)
                        .counter("satuatap.retention.removed", "what", "idempotency")
                        .count())
                .isGreaterThanOrEqualTo(Retention.BATCH + 23);
    }

    @Test
    void the_application_can_remove_nothing_that_is_young() throws SQLException {
        var run = UUID.randomUUID().toString();
        try (var superuser = superuser()) {
            keys(superuser, "lebong", run, 2, "1 hour");
            events(superuser, run, "1 day", "now()", 2);
        }
        try (var runtime = DriverManager.getConnection(
                PLATFORM.database().jdbcUrl(),
                PLATFORM.database().runtimeUsername(),
                PLATFORM.database().runtimePassword())) {
            runtime.setAutoCommit(false);
            runtime.createStatement()
                    .execute(
                            "select set_config('app.tenant_id', id::text, true) from tenancy.tenant where slug = 'lebong'");

            try (var gone = runtime.createStatement()
                    .executeQuery("select tenancy.trim_idempotency(1000) + outbox.trim_events(1000)")) {
                gone.next();
                assertThat(gone.getLong(1)).isZero();
            }
            assertThatThrownBy(() -> runtime.createStatement().executeUpdate("delete from tenancy.idempotency"))
                    .hasMessageContaining("permission denied");
        }
    }

    private static void keys(Connection superuser, String tenant, String caller, int count, String age)
            throws SQLException {
        superuser.createStatement().execute("""
                        insert into tenancy.idempotency (tenant_id, caller, key, fingerprint, created_at)
                        select t.id, '%s', n::text, '', now() - interval '%s'
                          from tenancy.tenant t, generate_series(1, %d) n where t.slug = '%s'
                        """.formatted(caller, age, count, tenant));
    }

    /** Two listeners each: one has heard long ago. */
    private static void events(Connection superuser, String type, String age, String heard, int count)
            throws SQLException {
        superuser.createStatement().execute("""
                        with given as (
                          insert into outbox.event (tenant_id, id, type, subject, data, occurred_at)
                          select t.id, gen_random_uuid(), '%s', gen_random_uuid(), '{}', now() - interval '%s'
                            from tenancy.tenant t, generate_series(1, %d) where t.slug = 'lebong'
                          returning tenant_id, id)
                        insert into outbox.delivery (tenant_id, event_id, listener, heard_at, next_attempt_at)
                        select tenant_id, id, 'early', now(), now() from given
                        union all
                        select tenant_id, id, 'late', %s, now() + interval '1 day' from given
                        """.formatted(type, age, count, heard));
    }

    private static long number(Connection superuser, String sql, String run) throws SQLException {
        try (var row = superuser.createStatement().executeQuery(sql.formatted(run))) {
            row.next();
            return row.getLong(1);
        }
    }

    private static Connection superuser() throws SQLException {
        var database = PLATFORM.database();
        return DriverManager.getConnection(
                database.jdbcUrl(), database.superuserUsername(), database.superuserPassword());
    }
}
