package id.satuatap.core.setup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** All rows of a database as text: those of the dump's schema, and those of the newest, told in the words of the dump's. */
record UpgradeRows(Map<String, Table> tables) {

    record Table(Set<String> columns, List<Map<String, @Nullable String>> rows) {}

    /** An account in a tenant. */
    record Account(String tenant, String subject) {}

    static UpgradeRows read(Connection superuser) throws SQLException {
        var tables = new TreeMap<String, Table>();
        for (var table : UpgradeDump.tables(superuser)) {
            tables.put(table, read(superuser, table));
        }
        return new UpgradeRows(tables);
    }

    private static Table read(Connection superuser, String table) throws SQLException {
        try (var statement = superuser.createStatement();
                var found = statement.executeQuery("select * from " + table)) {
            var columns = new ArrayList<String>();
            for (int number = 1; number <= found.getMetaData().getColumnCount(); number++) {
                columns.add(found.getMetaData().getColumnName(number));
            }
            var rows = new ArrayList<Map<String, @Nullable String>>();
            while (found.next()) {
                var row = new TreeMap<String, @Nullable String>();
                for (var column : columns) {
                    row.put(column, found.getString(column));
                }
                rows.add(row);
            }
            return new Table(Set.copyOf(columns), rows);
        }
    }

    /** Everybody who did something, and all values that were ever written of each: of the issuer, the name, … */
    Map<Account, Map<String, Set<String>>> accounts() {
        var accounts = new HashMap<Account, Map<String, Set<String>>>();
        UpgradeMap.PEOPLE.forEach((place, by) -> {
            var subject = place.substring(place.lastIndexOf('.') + 1);
            var table = tables.get(place.substring(0, place.lastIndexOf('.')));
            for (var row : table.rows()) {
                if (row.get(subject) instanceof String known && !UpgradeMap.NO_ACCOUNT.contains(known)) {
                    var account = new Account(Objects.requireNonNull(row.get("tenant_id")), known);
                    var told = accounts.computeIfAbsent(account, first -> new HashMap<>());
                    by.about().forEach((column, attribute) -> {
                        if (row.get(column) instanceof String value) {
                            told.computeIfAbsent(attribute, first -> new HashSet<>())
                                    .add(value);
                        }
                    });
                }
            }
        });
        return accounts;
    }

    List<Map<String, @Nullable String>> persons() {
        return tables.get(UpgradeMap.PERSON).rows();
    }

    /** The rows of a table, with those columns that the newest schema still has, too. */
    List<Map<String, @Nullable String>> rows(String table, UpgradeRows newest) {
        var columns = newest.still(table, tables.get(table).columns());
        return tables.get(table).rows().stream().map(row -> only(columns, row)).toList();
    }

    /** The rows of a table of the dump as they are now: under the old names, with the subject of a person instead of the id. */
    List<Map<String, @Nullable String>> rowsAsIn(UpgradeRows dump, String table) {
        var columns = still(table, dump.tables.get(table).columns());
        var persons = new HashMap<String, Map<String, @Nullable String>>();
        persons().forEach(person -> persons.put(key(person.get("tenant_id"), person.get("id")), person));
        return tables.get(UpgradeMap.table(table)).rows().stream()
                .filter(row -> !UpgradeMap.CHAINED_ANEW.equals(row.get("action")))
                .map(row -> {
                    var told = new TreeMap<String, @Nullable String>();
                    columns.forEach(column -> told.put(column, value(table, column, row, persons)));
                    return (Map<String, @Nullable String>) told;
                })
                .toList();
    }

    private static @Nullable String value(
            String table,
            String column,
            Map<String, @Nullable String> row,
            Map<String, Map<String, @Nullable String>> persons) {
        var by = UpgradeMap.PEOPLE.get(table + "." + column);
        if (by == null) {
            var now = UpgradeMap.COLUMNS.getOrDefault(table + "." + column, column);
            if (!row.containsKey(now)) {
                throw new AssertionError("%s.%s has gone: UpgradeMap must say where".formatted(table, column));
            }
            return row.get(now);
        }
        if (row.get(by.id()) == null) {
            return column.equals("actor") ? UpgradeMap.SYSTEM : null;
        }
        var person = persons.get(key(row.get("tenant_id"), row.get(by.id())));
        return person == null ? "nobody" : person.get("subject");
    }

    /** Of the dump's columns those to compare: all but hashes, and but what told more of a person and has gone. */
    private Set<String> still(String table, Set<String> columns) {
        var here = Objects.requireNonNull(
                        tables.get(UpgradeMap.table(table)), table + " has gone: UpgradeMap must say where")
                .columns();
        var still = new TreeSet<>(columns);
        still.removeIf(column -> UpgradeMap.OTHERWISE.contains(table + "." + column));
        UpgradeMap.PEOPLE.forEach((place, by) -> {
            if (place.startsWith(table + ".")) {
                still.removeIf(column -> by.about().containsKey(column) && !here.contains(column));
            }
        });
        return still;
    }

    private static Map<String, @Nullable String> only(Set<String> columns, Map<String, @Nullable String> row) {
        var some = new TreeMap<>(row);
        some.keySet().retainAll(columns);
        return some;
    }

    private static String key(@Nullable String tenant, @Nullable String id) {
        return tenant + "/" + id;
    }
}
