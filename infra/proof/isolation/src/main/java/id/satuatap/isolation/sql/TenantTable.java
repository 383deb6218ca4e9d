package id.satuatap.isolation.sql;

import id.satuatap.isolation.sql.Ground.Role;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * A table of tenants' rows, as the catalogue has it.
 *
 * @param changeable a column that core's role may update; empty if there is none
 * @param row the row of B in JSON
 * @param place where the row of B lies
 * @param own how many rows A has
 */
record TenantTable(String name, String changeable, String row, String place, long own) {

    static List<TenantTable> all(Ground ground) throws SQLException {
        var tables = new ArrayList<TenantTable>();
        try (var work = ground.as(Role.SUPERUSER, "")) {
            for (var name : work.run("""
                    select c.oid::regclass from pg_class c join pg_attribute a on a.attrelid = c.oid
                     where c.relkind in ('r', 'p') and a.attname = 'tenant_id' and not a.attisdropped
                       and c.oid::regclass::text not in ('tenancy.tenant_parent', 'tenancy.tenant_host')
                       and c.relnamespace::regnamespace::text !~ '^(pg_|information_schema)'
                     order by 1
                    """).split("\n")) {
                tables.add(of(name, work));
            }
        }
        return tables;
    }

    private static TenantTable of(String name, Work work) throws SQLException {
        var b = " from %s x where tenant_id = '%s' order by 1 limit 1".formatted(name, Ground.id(Ground.B));
        return new TenantTable(
                name,
                work.text("""
                        select attname from pg_attribute
                         where attrelid = '%s'::regclass and attnum > 0 and not attisdropped
                           and has_column_privilege('satuatap_app', attrelid, attnum, 'update')
                         order by attnum limit 1
                        """.formatted(name)),
                work.text("select to_jsonb(x)::text" + b),
                work.text("select ctid::text" + b),
                work.number("select count(*) from %s where tenant_id = '%s'".formatted(name, Ground.id(Ground.A))));
    }

    boolean mayBeChanged() {
        return !changeable.isEmpty();
    }
}
