package id.satuatap.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import id.satuatap.core.setup.OlderSchema;
import id.satuatap.testkit.TestDatabase;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** Restrictions of before, when forgetting left them open. */
class RestrictionUpgradeIT {

    @Test
    void one_of_who_was_forgotten_has_ended_and_all_others_go_on() throws SQLException {
        var database = TestDatabase.fresh("restricted");
        OlderSchema.migrate(database, "22");
        try (var superuser = DriverManager.getConnection(
                        database.jdbcUrl(), database.superuserUsername(), database.superuserPassword());
                var statement = superuser.createStatement()) {
            statement.execute("""
                    insert into tenancy.region values ('17', 'Bengkulu', 'PROVINCE', null, 0, 0);
                    insert into tenancy.tenant (id, kind, region_code, slug, name, simulated, accent, zone)
                    select gen_random_uuid(), 'PROVINCE', '17', slug, slug, true, '#000000', 'Asia/Jakarta' from unnest(array['one', 'two']) slug;
                    insert into access.person (tenant_id, id, issuer, subject, restricted, erased_at)
                    select t.id, gen_random_uuid(), case when not gone then 'i' end, case when not gone then 's' end, not gone,
                           case when gone then timestamptz '2026-03-01 08:00:00+07' end
                      from tenancy.tenant t, unnest(array[true, false]) gone;
                    insert into privacy.restriction (tenant_id, id, person_id, reason, restricted_by)
                    select tenant_id, gen_random_uuid(), id, 'surat', id from access.person;
                    """);

            OlderSchema.migrate(database, "23");

            var found = new ArrayList<String>();
            try (var rows = statement.executeQuery("""
                    select t.slug || ' ' || (p.erased_at is not null) || ' ' || (r.lifted_at is not distinct from p.erased_at)
                           || ' ' || coalesce(r.reason, 'none')
                      from privacy.restriction r join access.person p on p.tenant_id = r.tenant_id and p.id = r.person_id
                      join tenancy.tenant t on t.id = r.tenant_id
                    """)) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            assertThat(found)
                    .containsExactlyInAnyOrder(
                            "one true true none", "two true true none", "one false true surat", "two false true surat");
        }
        database.drop();
    }
}
