package id.satuatap.core.setup;

import static org.assertj.core.api.Assertions.assertThat;

import id.satuatap.testkit.TestDatabase;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class DemoIT {

    @Test
    void loading_again_gives_no_ended_right_back() throws SQLException {
        var database = TestDatabase.fresh("seed");
        TestPlatform.prepare(database);
        long members = number(database, "select count(*) from access.membership");
        change(
                database,
                "update access.membership set ended_at = now() where (tenant_id, person_id) in (select tenant_id, id from access.person where subject = 'coordinator.lebong')");
        change(
                database,
                "update access.membership set role = 'opd-officer' where (tenant_id, person_id) in (select tenant_id, id from access.person where subject = 'internal-assessor.lebong')");

        TestPlatform.prepare(database);

        assertThat(number(database, "select count(*) from access.membership")).isEqualTo(members);
        assertThat(number(database, "select count(*) from spbe.assessment where not simulated"))
                .isZero();
        assertThat(number(database, "select count(*) from spbe.shared_assessment"))
                .isEqualTo(4);
        assertThat(
                        number(
                                database,
                                "select count(*) from access.membership where (tenant_id, person_id) in (select tenant_id, id from access.person where subject = 'coordinator.lebong') and ended_at is null"))
                .isZero();
        database.drop();
    }

    private static long number(TestDatabase database, String sql) throws SQLException {
        try (var superuser = DriverManager.getConnection(
                        database.jdbcUrl(), database.superuserUsername(), database.superuserPassword());
                var statement = superuser.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void change(TestDatabase database, String sql) throws SQLException {
        try (var superuser = DriverManager.getConnection(
                        database.jdbcUrl(), database.superuserUsername(), database.superuserPassword());
                var statement = superuser.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isEqualTo(1);
        }
    }
}
