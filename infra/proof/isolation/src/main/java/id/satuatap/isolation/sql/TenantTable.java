package id.satuatap.isolation.sql;

import id.satuatap.isolation.sql.Ground.Role;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A table of tenants' rows, as the catalogue has it.
 *
 * @param about what the trials call its properties
 * @param references for each reference to another such table, what points it to the row of B
 */
record TenantTable(String name, Map<String, String> about, List<String> references) {

    /** Each row a table, what it has: columns of a query. */
    private static final String ABOUT = """
            select (select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute
                     where attrelid = t.oid and attnum > 0 and not attisdropped and attgenerated = '') as columns,
                   coalesce((select attname from pg_attribute
                     where attrelid = t.oid and attnum > 0 and not attisdropped
                       and has_column_privilege('satuatap_app', attrelid, attnum, 'update') order by attnum limit 1), '') as changeable
              from (select '%s'::regclass as oid) t
            """;

    private static final String REFERENCES = """
            select string_agg(format('%%I = %%L', a.attname, row ->> a.attname), ', ')
              from pg_constraint k
              join pg_attribute other on other.attrelid = k.confrelid and other.attname = 'tenant_id'
              join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any (k.conkey) and a.attname <> 'tenant_id',
                   lateral (select nullif('%2$s', '')::jsonb as row) b
             where k.contype = 'f' and k.conrelid = '%1$s'::regclass
             group by k.oid having bool_and(row ->> a.attname is not null)
            """;

    static List<TenantTable> all(Ground ground) throws SQLException {
        var tables = new ArrayList<TenantTable>();
        try (var work = ground.as(Role.SUPERUSER, "")) {
            for (var name : Ground.tables(work)) {
                tables.add(of(name, work));
            }
        }
        return tables;
    }

    private static TenantTable of(String name, Work work) throws SQLException {
        var about = new HashMap<String, String>();
        about.put("table", name);
        about.put("columns", work.text("select columns from (" + ABOUT.formatted(name) + ") x"));
        about.put("changeable", work.text("select changeable from (" + ABOUT.formatted(name) + ") x"));
        var b = " from %s x where tenant_id = '%s' order by ctid limit 1".formatted(name, Ground.id(Ground.B));
        about.put("row", work.text("select to_jsonb(x)::text" + b).replace("'", "''"));
        about.put("place", work.text("select ctid::text" + b));
        var own = b.replace(Ground.id(Ground.B).toString(), Ground.id(Ground.A).toString());
        about.put("place.a", work.text("select ctid::text" + own));
        about.put(
                "own",
                work.text("select count(*) from %s where tenant_id = '%s'".formatted(name, Ground.id(Ground.A))));
        var references =
                work.run(REFERENCES.formatted(name, about.get("row"))).lines().toList();
        return new TenantTable(name, about, references);
    }

    boolean mayBeChanged() {
        return !about.getOrDefault("changeable", "").isEmpty();
    }
}
