package id.satuatap.core.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import id.satuatap.core.setup.OlderSchema;
import id.satuatap.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Events of before, when all listeners shared one mark. */
class WaitingEventsUpgradeIT {

    @Test
    void what_waited_before_the_upgrade_is_owed_to_each_listener_and_what_was_told_is_not() throws SQLException {
        var database = TestDatabase.fresh("waiting");
        OlderSchema.migrate(database, "13");
        try (var superuser = DriverManager.getConnection(
                database.jdbcUrl(), database.superuserUsername(), database.superuserPassword())) {
            superuser.createStatement().execute("""
                    insert into tenancy.region values ('17', 'Bengkulu', 'PROVINCE', null, 0, 0);
                    insert into tenancy.tenant (id, kind, region_code, slug, name, simulated, accent, zone)
                    select gen_random_uuid(), 'PROVINCE', '17', slug, slug, true, '#000000', 'Asia/Jakarta' from unnest(array['one', 'two']) slug;
                    insert into outbox.event (tenant_id, id, type, subject, data, relayed_at)
                    select t.id, gen_random_uuid(), type, gen_random_uuid(), '{}', told
                      from tenancy.tenant t, unnest(array['access.invited', 'spbe.assessment-shared', 'spbe.answer-saved']) type,
                           (values (null), (now())) as given (told);
                    """);

            OlderSchema.migrate(database, "14");

            assertThat(owed(superuser))
                    .containsExactlyInAnyOrder(
                            "one access.invited audit",
                            "one access.invited invitation-mail",
                            "one spbe.assessment-shared audit",
                            "one spbe.assessment-shared sharing",
                            "one spbe.answer-saved audit",
                            "two access.invited audit",
                            "two access.invited invitation-mail",
                            "two spbe.assessment-shared audit",
                            "two spbe.assessment-shared sharing",
                            "two spbe.answer-saved audit");
        }
        database.drop();
    }

    private static List<String> owed(Connection superuser) throws SQLException {
        var owed = new ArrayList<String>();
        try (var rows = superuser.createStatement().executeQuery("""
                select t.slug || ' ' || e.type || ' ' || d.listener
                  from outbox.delivery d join outbox.event e on e.tenant_id = d.tenant_id and e.id = d.event_id
                  join tenancy.tenant t on t.id = d.tenant_id
                 where d.heard_at is null and d.next_attempt_at <= now()
                """)) {
            while (rows.next()) {
                owed.add(rows.getString(1));
            }
        }
        return owed;
    }
}
