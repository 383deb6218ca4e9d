package id.satuatap.core.office;

import id.satuatap.core.shared.CsvFile;
import id.satuatap.core.tenancy.demo.Demo;
import id.satuatap.core.tenancy.demo.DemoData;
import id.satuatap.core.tenancy.demo.DemoTenant;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;

/** The real offices of the demo's governments, and how many each is said to have. */
@Order(1)
final class OfficeDemo implements DemoData {

    private final Map<String, String> sources = CsvFile.rows("opd/sources.csv").stream()
            .collect(Collectors.toMap(row -> row.getField("key"), row -> row.getField("title")));

    @Override
    public void load(Demo demo) throws SQLException {
        for (var tenant : DemoTenant.ALL) {
            demo.become(tenant.id());
            offices(demo.connection(), tenant);
            counts(demo.connection(), tenant);
        }
    }

    private void offices(Connection connection, DemoTenant tenant) throws SQLException {
        try (var insert = connection.prepareStatement("""
                insert into office.office (id, code, name, short, form, source, certainty, kind) values (?, ?, ?, nullif(?, ''), ?, ?, ?, ?)
                on conflict (tenant_id, id) do update
                  set name = excluded.name, short = excluded.short, form = excluded.form, source = excluded.source,
                      certainty = excluded.certainty
                """)) {
            for (var row : CsvFile.rows("opd/offices.csv")) {
                if (row.getField("region").equals(tenant.code())) {
                    insert.setObject(1, Demo.id("office " + row.getField("id")));
                    insert.setString(2, row.getField("id"));
                    insert.setString(3, row.getField("name"));
                    insert.setString(4, row.getField("short"));
                    insert.setString(5, row.getField("kind"));
                    insert.setString(6, source(row.getField("source")));
                    insert.setString(7, row.getField("certainty"));
                    insert.setString(8, kind(row.getField("kind")));
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }

    private void counts(Connection connection, DemoTenant tenant) throws SQLException {
        try (var insert = connection.prepareStatement("""
                insert into office.office_count (count, year, source, note) values (?, ?, ?, nullif(?, ''))
                on conflict (tenant_id, year, source) do update set count = excluded.count, note = excluded.note
                """)) {
            for (var row : CsvFile.rows("opd/counts.csv")) {
                if (row.getField("region").equals(tenant.code())) {
                    insert.setInt(1, Integer.parseInt(row.getField("count")));
                    insert.setInt(2, Integer.parseInt(row.getField("year")));
                    insert.setString(3, source(row.getField("source")));
                    insert.setString(4, row.getField("note"));
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }

    private String source(String key) {
        return sources.getOrDefault(key, key);
    }

    /** What it is in law, by what it calls itself. */
    private static String kind(String form) {
        return switch (form) {
            case "kecamatan" -> "KECAMATAN";
            case "rsud" -> "FACILITY";
            default -> "PERANGKAT_DAERAH";
        };
    }
}
