package id.satuatap.core.setup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The tables that hold a tenant's rows, read from the catalogue so that a new one is never forgotten: those it refers to come before a
 * table.
 */
final class TenantTables {

    /** Records of what happened and was measured, and who they speak of: a restore adds to them, and takes nothing back. */
    private static final Set<String> KEPT = Set.of(
            "audit.entry",
            "outbox.event",
            "outbox.delivery",
            "access.person",
            "figure.figure",
            "privacy.opening",
            "privacy.restriction");

    private TenantTables() {}

    record Table(int oid, String name, List<String> columns, Set<Integer> refersTo) {

        String delete() {
            return "delete from " + name;
        }

        /** Each row as PostgreSQL writes it: read back, it is the same row, whatever its types. */
        String read() {
            return "select r::text from %s r".formatted(name);
        }

        String insert() {
            return "insert into %s (%s) select %s from (select line::%s as r from unnest(?::text[]) line) given"
                    .formatted(
                            name,
                            String.join(", ", columns),
                            columns.stream().map(column -> "(r)." + column).collect(Collectors.joining(", ")),
                            name);
        }
    }

    static List<Table> of(Connection connection) throws SQLException {
        var left = new ArrayList<>(all(connection));
        var ordered = new ArrayList<Table>();
        while (!left.isEmpty()) {
            var waiting = left.stream().map(Table::oid).collect(Collectors.toSet());
            var next = left.stream()
                    .filter(table ->
                            table.refersTo.stream().noneMatch(other -> other != table.oid && waiting.contains(other)))
                    .toList();
            if (next.isEmpty()) {
                throw new IllegalStateException("These tables refer to each other in a circle: " + left);
            }
            ordered.addAll(next);
            left.removeAll(next);
        }
        return List.copyOf(ordered);
    }

    private static List<Table> all(Connection connection) throws SQLException {
        var tables = new ArrayList<Table>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select c.oid::int, c.oid::regclass::text,
                               array(select quote_ident(a.attname) from pg_attribute a
                                      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                                      order by a.attnum),
                               array(select k.confrelid::int from pg_constraint k where k.conrelid = c.oid and k.contype = 'f')
                          from pg_class c join pg_namespace n on n.oid = c.relnamespace
                         where c.relkind in ('r', 'p') and not c.relispartition and c.relforcerowsecurity
                           and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
                         order by 2
                        """)) {
            while (rows.next()) {
                if (!KEPT.contains(rows.getString(2))) {
                    tables.add(new Table(
                            rows.getInt(1),
                            rows.getString(2),
                            List.of((String[]) rows.getArray(3).getArray()),
                            Set.copyOf(List.of((Integer[]) rows.getArray(4).getArray()))));
                }
            }
        }
        return tables;
    }
}
