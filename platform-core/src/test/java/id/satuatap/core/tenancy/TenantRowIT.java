package id.satuatap.core.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import id.satuatap.core.setup.TestPlatform;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** The runtime role, past the application: it works for one tenant at a time. */
class TenantRowIT {

    private static final TestPlatform PLATFORM = TestPlatform.get();

    @Test
    void the_state_of_another_tenant_can_be_neither_changed_nor_locked() throws SQLException {
        try (var runtime = DriverManager.getConnection(
                PLATFORM.database().jdbcUrl(),
                PLATFORM.database().runtimeUsername(),
                PLATFORM.database().runtimePassword())) {
            runtime.setAutoCommit(false);
            runtime.createStatement()
                    .execute(
                            "select set_config('app.tenant_id', id::text, true) from tenancy.tenant where slug = 'lebong'");

            assertThat(suspended(runtime, "bangkalan")).isZero();
            assertThat(suspended(runtime, "lebong")).isOne();
            assertThat(locked(runtime)).isOne();
            runtime.rollback();
        }
    }

    private static int suspended(Connection runtime, String slug) throws SQLException {
        return runtime.createStatement()
                .executeUpdate("update tenancy.tenant set state = 'SUSPENDED' where slug = '%s'".formatted(slug));
    }

    private static int locked(Connection runtime) throws SQLException {
        var rows = 0;
        try (var all = runtime.createStatement().executeQuery("select id from tenancy.tenant for update")) {
            while (all.next()) {
                rows++;
            }
        }
        return rows;
    }
}
