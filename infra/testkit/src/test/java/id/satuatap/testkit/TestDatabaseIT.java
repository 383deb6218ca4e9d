package id.satuatap.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class TestDatabaseIT {

    @Test
    void the_owner_may_build_and_the_runtime_role_only_what_it_is_granted() throws SQLException {
        var database = TestDatabase.fresh("testkit");

        try (var owner = connect(database, database.ownerUsername(), database.ownerPassword());
                var runtime = connect(database, database.runtimeUsername(), database.runtimePassword())) {
            owner.createStatement().execute("create schema reports create table reports.report (id int)");
            owner.createStatement().execute("grant usage on schema reports to " + database.runtimeUsername());

            assertThatThrownBy(() -> runtime.createStatement().execute("select * from reports.report"))
                    .hasMessageContaining("permission denied for table report");
            assertThatThrownBy(() -> runtime.createStatement().execute("create table public.mine (id int)"))
                    .hasMessageContaining("permission denied");
        } finally {
            database.drop();
        }
    }

    @Test
    void neither_role_can_bypass_row_level_security() throws SQLException {
        var database = TestDatabase.fresh("testkit");

        try (var superuser = connect(database, database.superuserUsername(), database.superuserPassword());
                var powers = superuser
                        .createStatement()
                        .executeQuery(
                                "select count(*) from pg_roles where rolname like '%s%%' and (rolsuper or rolbypassrls or rolcreaterole)"
                                        .formatted(database.name()))) {
            powers.next();
            assertThat(powers.getInt(1)).isZero();
        } finally {
            database.drop();
        }
    }

    @Test
    void two_databases_of_one_name_are_two_databases_on_one_server() {
        var first = TestDatabase.fresh("testkit");
        var second = TestDatabase.fresh("testkit");

        assertThat(first.name()).isNotEqualTo(second.name());
        assertThat(first.port()).isEqualTo(second.port());

        first.drop();
        second.drop();
    }

    private static Connection connect(TestDatabase database, String username, String password) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), username, password);
    }
}
