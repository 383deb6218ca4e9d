package id.satuatap.isolation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts a canary into every text column of every tenant table, as the catalogue lists them at the moment. */
final class Planting {

    /** Columns that mean something to the program: another text there would change what is tried. */
    private static final Map<String, Set<String>> MEANINGFUL = Map.of(
            "membership", Set.of("issuer", "subject", "role", "acting"),
            "invitation", Set.of("role", "code"),
            "entry", Set.of("kind", "previous_hash", "hash"),
            "event", Set.of("type"),
            "document", Set.of("media_type", "sha256"),
            "assessment", Set.of("instrument", "stage"),
            "answer", Set.of("stage"),
            "answer_version", Set.of("stage"),
            "idempotency", Set.of("caller", "key", "fingerprint", "answer"));

    private record Column(String schema, String table, String name, String type) {

        String full() {
            return schema + "." + table + "." + name;
        }
    }

    private final Connection connection;

    /** @param connection of a superuser, whom no policy holds back */
    Planting(Connection connection) {
        this.connection = connection;
    }

    /** Plants, and tells the columns it had to leave out. */
    List<String> plant() throws SQLException {
        var left = new ArrayList<String>();
        for (var column : columns()) {
            if (MEANINGFUL.getOrDefault(column.table, Set.of()).contains(column.name)) {
                left.add(column.full());
            } else {
                plant(column);
            }
        }
        extraIdempotency();
        return left;
    }

    private List<Column> columns() throws SQLException {
        var columns = new ArrayList<Column>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select c.table_schema, c.table_name, c.column_name, c.data_type
                          from information_schema.columns c
                          join information_schema.tables t using (table_schema, table_name)
                         where t.table_type = 'BASE TABLE' and c.data_type in ('text', 'jsonb', 'character varying')
                           and c.table_schema not in ('pg_catalog', 'information_schema')
                           and exists (select from pg_policies p
                                        where p.schemaname = c.table_schema and p.tablename = c.table_name)
                         order by 1, 2, c.ordinal_position
                        """)) {
            while (rows.next()) {
                columns.add(new Column(rows.getString(1), rows.getString(2), rows.getString(3), rows.getString(4)));
            }
        }
        return columns;
    }

    private void plant(Column column) throws SQLException {
        var canary = "'CNRY-' || t.slug || '-%s-' || floor(random() * 1e15)::bigint".formatted(column.table)
                + switch (column.name) {
                    case "email" -> " || '@contoh.example'";
                    case "name" -> column.table.equals("document") ? " || '.pdf'" : "";
                    default -> "";
                };
        var value = column.type.equals("jsonb")
                ? "case when x.%1$s ? 'name' then jsonb_set(x.%1$s, '{name}', to_jsonb(%2$s)) "
                                .formatted(column.name, canary)
                        + "else x.%1$s || jsonb_build_object('canary', %2$s) end".formatted(column.name, canary)
                : canary;
        try (var statement = connection.createStatement()) {
            statement.executeUpdate("""
                    update %1$s.%2$s x set %3$s = %4$s
                      from tenancy.tenant t
                     where t.id = x.tenant_id and x.%3$s is not null
                    """.formatted(column.schema, column.table, column.name, value));
        }
    }

    /** A kept answer must stay readable to be given again, so the canary gets a row of its own. */
    private void extraIdempotency() throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.executeUpdate("""
                    insert into tenancy.idempotency (tenant_id, caller, key, fingerprint, answer)
                    select id, c.text, c.text, c.text, jsonb_build_object('canary', c.text)
                      from tenancy.tenant, lateral (select 'CNRY-' || slug || '-idempotency-1' as text) c
                    on conflict do nothing
                    """);
        }
    }
}
