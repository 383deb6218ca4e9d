package id.satuatap.core.setup;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of the tenant that both connections are in, but for {@link TenantTables records}, replaced by those of the backup. */
record TenantCopy(Connection backup, Connection live) {

    private static final int BATCH = 200;

    /** Figures stay, but none of an office that the backup does not know. */
    private static final String DROP_FIGURES = """
            delete from figure.figure f
             where f.office_id is not null and not exists (select from office.office o where o.id = f.office_id)
            """;

    /** What forgetting a person took away stays away. */
    private static final String FORGET = """
            update access.official set person_id = null, nip = null, nip_sealed = null, nip_key = null, nip_found_by = null
             where person_id in (select id from access.person where erased_at is not null);
            delete from tenancy.idempotency where caller in (select id::text from access.person where erased_at is not null)
            """;

    private static final String FORGOTTEN_LETTERS = "select array_agg(id) from access.invitation where email = ''";
    private static final String FORGET_LETTERS = """
            update access.invitation set email = '', mailbox = '', withdrawn_at = coalesce(withdrawn_at, now()) where id = any(?)
            """;

    /** @return how many rows there are now */
    long replace() throws SQLException {
        var tables = TenantTables.of(live);
        var letters = forgottenLetters();
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
        forget(letters);
        return rows;
    }

    private @Nullable Array forgottenLetters() throws SQLException {
        try (var statement = live.createStatement();
                var found = statement.executeQuery(FORGOTTEN_LETTERS)) {
            found.next();
            return found.getArray(1);
        }
    }

    private void forget(@Nullable Array letters) throws SQLException {
        try (var statement = live.createStatement();
                var update = live.prepareStatement(FORGET_LETTERS)) {
            statement.execute(FORGET);
            statement.execute(DROP_FIGURES);
            update.setArray(1, letters);
            update.executeUpdate();
        }
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
