package id.satuatap.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import id.satuatap.core.database.CurrentTenant;
import id.satuatap.core.setup.TestPlatform;
import id.satuatap.core.tenancy.Tenants;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AuditChainIT {

    private static final TestPlatform PLATFORM = TestPlatform.get();
    private static final UUID TESTER = UUID.randomUUID();

    @Test
    void an_entry_that_was_altered_is_found() throws SQLException {
        for (int number = 0; number < 3; number++) {
            append("test.done", "thing " + number);
        }
        assertThat(firstBreak()).isNull();
        var second = newestPosition() - 1;

        alter("update audit.entry set actor = gen_random_uuid() where position = " + second);
        assertThat(firstBreak()).isEqualTo(second);

        alter("update audit.entry set actor = '%s'".formatted(TESTER) + " where position = " + second);
        assertThat(firstBreak()).isNull();
    }

    private static void append(String action, String subject) {
        PLATFORM.bean(AuditTrail.class)
                .append(Entry.refusal(action, TESTER, subject, "{}"))
                .contextWrite(context -> CurrentTenant.put(context, jatim()))
                .block();
    }

    private static Long firstBreak() {
        return PLATFORM.bean(AuditTrail.class)
                .firstBreak()
                .contextWrite(context -> CurrentTenant.put(context, jatim()))
                .block();
    }

    private static long newestPosition() {
        return PLATFORM.bean(AuditTrail.class)
                .before(Long.MAX_VALUE, new AuditFilter(null, null, null, null, null), 1)
                .contextWrite(context -> CurrentTenant.put(context, jatim()))
                .block()
                .getFirst()
                .position();
    }

    private static id.satuatap.core.database.TenantId jatim() {
        return PLATFORM.bean(Tenants.class).get("jatim").block().tenantId();
    }

    private static void alter(String sql) throws SQLException {
        var database = PLATFORM.database();
        try (var superuser = DriverManager.getConnection(
                        database.jdbcUrl(), database.superuserUsername(), database.superuserPassword());
                var statement = superuser.createStatement()) {
            assertThat(statement.executeUpdate(
                            sql + " and tenant_id = (select id from tenancy.tenant where slug = 'jatim')"))
                    .isEqualTo(1);
        }
    }
}
