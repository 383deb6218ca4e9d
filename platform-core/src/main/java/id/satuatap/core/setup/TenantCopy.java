package id.satuatap.core.setup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** All rows of the tenant that both connections are in, replaced by those of the backup. */
record TenantCopy(Connection backup, Connection live) {

    private static final int BATCH = 200;
    /** What forgetting a person took away stays away. */
    private static final String FORGET = """
            update access.official set person_id = null, nip = null, nip_sealed = null, nip_key = null, nip_found_by = null
             where person_id in (select id from access.person where erased_at is not null)
            """;

    /** @return how many rows there are now */
    long replace() throws SQLException {
        var tables = TenantTables.of(live);
        try (var statement = live.createStatement()) {
            statement.execute("set local lock_timeout = '5s'");
            for (var table : tables.reversed()) {
                statement.executeUpdate(table.delete());
            }
        }
        var rows = 0L;
        for (var table : tables) {
            rows += copy(table);
        }
        try (var statement = live.createStatement()) {
            statement.executeUpdate(FORGET);
        }
        return rows;
    }

    private long copy(TenantTables.Table table) throws SQLException {
        var copied = 0L;
        try (var read = backup.createStatement();
                var insert = live.prepareStatement(table.insert())) {
            read.setFetchSize(BATCH);
            try (var rows = read.executeQuery(table.read())) {
                var lines = new ArrayList<String>();
                while (rows.next()) {
                    lines.add(rows.getString(1));
                    if (lines.size() == BATCH) {
                        copied += insert(insert, lines);
                    }
                }
                copied += insert(insert, lines);
            }
        }
        return copied;
    }

    private long insert(PreparedStatement insert, List<String> lines) throws SQLException {
        insert.setArray(1, live.createArrayOf("text", lines.toArray()));
        lines.clear();
        return insert.executeUpdate();
    }
}
