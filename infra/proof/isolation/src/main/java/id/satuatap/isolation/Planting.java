package id.satuatap.isolation;

import id.satuatap.isolation.subject.Subject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts a canary into every text column of every tenant table, as the catalogue lists them at the moment. */
public final class Planting {

    /** Columns that mean something to the program: another text there would change what is tried. */
    private static final Set<String> FIXED =
            Subject.ALL.stream().flatMap(subject -> subject.fixed().stream()).collect(Collectors.toUnmodifiableSet());

    private record Column(String table, String name, String type) {

        String full() {
            return table + "." + name;
        }
    }

    private final Connection connection;

    /** @param connection of a superuser, whom no policy holds back */
    public Planting(Connection connection) {
        this.connection = connection;
    }

    /** Plants in the rows of these tenants, and tells the columns it had to leave out. */
    public List<String> plant(String slugs) throws SQLException {
        var left = new ArrayList<String>();
        for (var column : columns()) {
            if (FIXED.contains(column.full())) {
                left.add(column.full());
            } else {
                plant(column, slugs);
            }
        }
        return left;
    }

    private List<Column> columns() throws SQLException {
        var columns = new ArrayList<Column>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select c.table_schema || '.' || c.table_name, c.column_name, c.data_type
                          from information_schema.columns c
                          join information_schema.tables t using (table_schema, table_name)
                         where t.table_type = 'BASE TABLE' and c.data_type in ('text', 'jsonb', 'character varying')
                           and c.is_generated = 'NEVER'
                           and c.table_schema not in ('pg_catalog', 'information_schema')
                           and exists (select from information_schema.columns t
                                        where (t.table_schema, t.table_name) = (c.table_schema, c.table_name) and t.column_name = 'tenant_id')
                           and c.table_schema || '.' || c.table_name not in ('tenancy.tenant_parent', 'tenancy.tenant_host')
                         order by 1, c.ordinal_position
                        """)) {
            while (rows.next()) {
                columns.add(new Column(rows.getString(1), rows.getString(2), rows.getString(3)));
            }
        }
        return columns;
    }

    private void plant(Column column, String slugs) throws SQLException {
        var canary = "'CNRY-' || t.slug || '-%s-' || floor(random() * 1e15)::bigint".formatted(column.table)
                + switch (column.full()) {
                    case "document.document.name" -> " || '.pdf'";
                    default -> column.name.equals("email") ? " || '@contoh.example'" : "";
                };
        var value = column.type.equals("jsonb")
                ? "case when x.%1$s ? 'name' then jsonb_set(x.%1$s, '{name}', to_jsonb(%2$s)) "
                                .formatted(column.name, canary)
                        + "else x.%1$s || jsonb_build_object('canary', %2$s) end".formatted(column.name, canary)
                : canary;
        try (var statement = connection.createStatement()) {
            statement.executeUpdate("""
                    update %1$s x set %2$s = %3$s
                      from tenancy.tenant t
                     where t.id = x.tenant_id and t.slug ~ '^(%4$s)' and x.%2$s is not null
                    """.formatted(column.table, column.name, value, slugs));
        }
    }
}
