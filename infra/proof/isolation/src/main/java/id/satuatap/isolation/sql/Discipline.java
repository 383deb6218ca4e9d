package id.satuatap.isolation.sql;

import id.satuatap.isolation.sql.StatementLog.Statement;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The rule for what core may send on a connection, read from what it did send.
 *
 * @param onRows finds tables with tenants' rows
 */
record Discipline(Pattern onRows) {

    /** The beginning of a transaction and its tenant, in one message. */
    private static final Pattern NAMES_TENANT =
            Pattern.compile("begin[a-z ]*;\\s*select set_config\\('app\\.tenant_id', '([0-9a-f-]{36})?', true\\)"
                    + "(;\\s*set local synchronous_commit = off)?;?");

    private static final Pattern NAMES =
            Pattern.compile("(?i)set_config\\s*\\(\\s*'app|\\bset\\s+(session\\s+|local\\s+)?\"?app\\.");

    /** A value written into the text: an id, or a canary. */
    private static final Pattern LITERAL = Pattern.compile("(?i)'[^']*([0-9a-f]{8}-[0-9a-f]{4}-|cnry-)[^']*'");

    /** Where a connection stands. */
    private enum Standing {
        IDLE,
        BEGUN,
        NAMED
    }

    static Discipline of(Collection<String> tables) {
        var names = tables.stream().map(Pattern::quote).collect(Collectors.joining("|"));
        return new Discipline(Pattern.compile("(?i)\\b(" + names + ")\\b"));
    }

    boolean isOnRows(String sql) {
        return onRows.matcher(sql).find();
    }

    List<String> offences(List<Statement> sent) {
        Map<String, Standing> standings = new HashMap<>();
        var offences = new LinkedHashSet<String>();
        for (var statement : sent) {
            var sql = statement.text();
            var standing = standings.get(statement.process()); // null: seen first in the midst of something
            var first = sql.split("\\s+", 2)[0].toLowerCase(Locale.ROOT);
            if (NAMES_TENANT.matcher(sql).matches()) {
                standings.put(statement.process(), Standing.NAMED);
                continue;
            }
            switch (first) {
                case "begin", "begin;", "start" -> standings.put(statement.process(), Standing.BEGUN);
                case "commit", "rollback" -> standings.put(statement.process(), Standing.IDLE);
                default -> {
                    if (NAMES.matcher(sql).find()) {
                        offences.add("names a tenant in another way: " + sql);
                    } else if (isOnRows(sql) && (standing == Standing.IDLE || standing == Standing.BEGUN)) {
                        offences.add("reads or writes without having named a tenant: " + sql);
                    }
                }
            }
            if (LITERAL.matcher(sql).find()) {
                offences.add("has a value in its text: " + sql);
            }
        }
        return List.copyOf(offences);
    }
}
