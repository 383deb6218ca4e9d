package id.satuatap.isolation.sql;

import java.sql.SQLException;

/** Fifty more tenants with two hundred rows in each table: enough that reading all of them would be the planner's mistake, or ours. */
final class Crowd {

    static final int TENANTS = 50;
    static final int ROWS = 200;

    private Crowd() {}

    /** Goes with the ground. */
    static void gather(Ground ground) throws SQLException {
        ground.plant("""
                insert into tenancy.tenant (id, kind, region_code, slug, name, state, simulated, accent, zone)
                select gen_random_uuid(), kind, region_code, 'probecrowd' || n, name, state, simulated, accent, zone
                  from tenancy.tenant, generate_series(1, %d) n where slug = 'probea'
                """.formatted(TENANTS));
        for (var table : ground.tables()) {
            ground.plant("""
                    set session_replication_role = replica; -- what the rows refer to is not there
                    insert into %1$s
                    select x.* from tenancy.tenant t, generate_series(1, %2$d) n,
                           lateral (select gen_random_uuid() as id where n > 0) made,
                           jsonb_populate_record(null::%1$s, '%3$s'::jsonb || jsonb_build_object(
                             'tenant_id', t.id, 'id', made.id, 'assessment_id', made.id, 'event_id', made.id, 'document_id', made.id,
                             'subject', made.id, 'position', n, 'instrument', 'i' || n, 'code', 'c' || n, 'source', 's' || n,
                             'key', 'k' || n)) x
                     where t.slug like 'probecrowd%%'
                    """.formatted(table.name(), ROWS, table.row().replace("'", "''")));
        }
        ground.plant("analyze");
    }
}
