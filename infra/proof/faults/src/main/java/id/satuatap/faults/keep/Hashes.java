package id.satuatap.faults.keep;

import id.satuatap.stack.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A digest of the rows of each table, tenant by tenant where it has tenants: equal if, and only if, the rows are. */
record Hashes(Map<String, String> of) {

    /** @param connection may see everything */
    static Hashes in(Connection connection) throws SQLException {
        var hashes = new TreeMap<String, String>();
        for (var table : Database.rows(connection, """
                select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
                 where c.relkind = 'r' and n.nspname !~ '^pg_' and n.nspname <> 'information_schema' order by 1
                """)) {
            var name = table.getOrDefault("name", "");
            for (var row : Database.rows(connection, """
                    select coalesce(to_jsonb(r) ->> 'tenant_id', '-') as tenant,
                           count(*) || ' ' || md5(string_agg(r::text, '|' order by r::text)) as hash
                      from %s r group by 1
                    """.formatted(name))) {
                hashes.put(name + " " + row.get("tenant"), row.getOrDefault("hash", ""));
            }
        }
        return new Hashes(hashes);
    }

    /** Only those whose name, table and tenant, is wanted. */
    Hashes only(Predicate<String> wanted) {
        return new Hashes(of.entrySet().stream()
                .filter(hash -> wanted.test(hash.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** Which differ. */
    List<String> differences(Hashes other) {
        var names = new TreeMap<>(of);
        names.putAll(other.of);
        return names.keySet().stream()
                .filter(name -> !String.valueOf(of.get(name)).equals(other.of.get(name)))
                .toList();
    }
}
