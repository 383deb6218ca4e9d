package id.satuatap.faults.keep;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
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
        for (var table : tables(connection)) {
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery("""
                            select coalesce(to_jsonb(r) ->> 'tenant_id', '-'),
                                   count(*) || ' ' || md5(string_agg(r::text, '|' order by r::text))
                              from %s r group by 1
                            """.formatted(table))) {
                while (rows.next()) {
                    hashes.put(table + " " + rows.getString(1), rows.getString(2));
                }
            }
        }
        return new Hashes(hashes);
    }

    private static List<String> tables(Connection connection) throws SQLException {
        var tables = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
                         where c.relkind = 'r' and n.nspname !~ '^pg_' and n.nspname <> 'information_schema' order by 1
                        """)) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    /** Only those whose name, table and tenant, is wanted. */
    Hashes only(Predicate<String> wanted) {
        return new Hashes(new TreeMap<>(of.entrySet().stream()
                .filter(hash -> wanted.test(hash.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue))));
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
