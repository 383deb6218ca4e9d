package id.satuatap.core.setup;

import id.satuatap.core.shared.CsvFile;
import id.satuatap.core.spbe.OfficialResult;
import id.satuatap.core.spbe.OfficialResultFile;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** Regions, sources and published results of this release: written whole in one transaction, so that a reader never sees half. */
final class ReferenceData {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ReferenceData() {}

    static void load(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        regions(connection);
        sources(connection);
        results(connection);
        connection.commit();
    }

    private static void regions(Connection connection) throws SQLException {
        try (var insert = connection.prepareStatement("""
                insert into tenancy.region (code, name, kind, parent_code, latitude, longitude) values (?, ?, ?, nullif(?, ''), ?, ?)
                on conflict (code) do update
                  set name = excluded.name, kind = excluded.kind, parent_code = excluded.parent_code,
                      latitude = excluded.latitude, longitude = excluded.longitude
                """)) {
            for (var row : CsvFile.rows("region/regions.csv")) {
                insert.setString(1, row.getField("code"));
                insert.setString(2, row.getField("name"));
                insert.setString(3, row.getField("kind"));
                insert.setString(4, row.getField("parent"));
                insert.setDouble(5, Double.parseDouble(row.getField("lat")));
                insert.setDouble(6, Double.parseDouble(row.getField("lng")));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void sources(Connection connection) throws SQLException {
        try (var insert = connection.prepareStatement("""
                insert into spbe.source (key, title) values (?, ?)
                on conflict (key) do update set title = excluded.title
                """)) {
            for (var source : OfficialResultFile.sources().entrySet()) {
                insert.setString(1, source.getKey());
                insert.setString(2, source.getValue());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void results(Connection connection) throws SQLException {
        var results = OfficialResultFile.results();
        try (var delete = connection.prepareStatement("delete from spbe.official_result where id > ?");
                var insert = connection.prepareStatement("""
                        insert into spbe.official_result (id, region_code, province, body, kind, year, instrument, index, predicate,
                                                          domains, aspects, indicators, complete, source, note)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?::jsonb, ?, ?, ?)
                        on conflict (id) do update
                          set region_code = excluded.region_code, province = excluded.province, body = excluded.body,
                              kind = excluded.kind, year = excluded.year, instrument = excluded.instrument, index = excluded.index,
                              predicate = excluded.predicate, domains = excluded.domains, aspects = excluded.aspects,
                              indicators = excluded.indicators, complete = excluded.complete, source = excluded.source,
                              note = excluded.note
                        """)) {
            delete.setInt(1, results.size());
            delete.executeUpdate();
            for (int line = 0; line < results.size(); line++) {
                bind(insert, line + 1, results.get(line));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void bind(PreparedStatement insert, int id, OfficialResult result) throws SQLException {
        insert.setInt(1, id);
        insert.setString(2, result.region());
        insert.setString(3, result.province());
        insert.setString(4, result.body());
        insert.setString(5, result.kind().name().toLowerCase(Locale.ROOT));
        insert.setInt(6, result.year());
        insert.setString(7, result.instrument());
        insert.setBigDecimal(8, result.index());
        insert.setString(9, result.predicate());
        insert.setString(10, json(result.domains()));
        insert.setString(11, json(result.aspects()));
        insert.setString(12, json(result.levels()));
        insert.setBoolean(13, result.complete());
        insert.setString(14, result.source());
        insert.setString(15, result.note());
    }

    private static String json(Map<?, ?> values) {
        return JSON.writeValueAsString(new TreeMap<>(values));
    }
}
