package id.satuatap.core.setup;

import id.satuatap.core.shared.Ids;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts one tenant back to what a backup holds, while all others work. The backup runs as a server of its own; the tenant is suspended, so
 * that nobody writes in it. All its rows are replaced in one transaction, as the schema's owner and under row level security, so that no
 * other tenant's row can be touched. The audit trail and the events stay, and get an entry that says who restored what.
 *
 * <p>Environment: that of {@link Setup}, {@code SATUATAP_FILES}, the same with {@code SATUATAP_BACKUP_} in front for the backup
 * ({@code _DATABASE_HOST}, {@code _PORT}, {@code _NAME}, {@code _OWNER_USERNAME}, {@code _OWNER_PASSWORD}, {@code _FILES}), its moment in
 * {@code SATUATAP_BACKUP_OF}, and {@code SATUATAP_TENANT} and {@code SATUATAP_RESTORED_BY}.
 */
public final class TenantRestore {

    private static final int BATCH = 200;

    /** A database as its owner sees it, and the folder of its files. */
    record Side(String url, String owner, String password, Path files) {

        static Side of(Map<String, String> environment, String prefix) {
            return new Side(
                    "jdbc:postgresql://%s:%s/%s"
                            .formatted(
                                    Setup.needed(environment, prefix + "DATABASE_HOST"),
                                    Setup.needed(environment, prefix + "DATABASE_PORT"),
                                    Setup.needed(environment, prefix + "DATABASE_NAME")),
                    Setup.needed(environment, prefix + "DATABASE_OWNER_USERNAME"),
                    Setup.needed(environment, prefix + "DATABASE_OWNER_PASSWORD"),
                    Path.of(Setup.needed(environment, prefix + "FILES")));
        }

        Connection connect() throws SQLException {
            var connection = DriverManager.getConnection(url, owner, password);
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            return connection;
        }
    }

    /** What was done. */
    record Restored(UUID id, long rows, int files, int setAside) {}

    private final Connection backup;
    private final Connection live;

    private TenantRestore(Connection backup, Connection live) {
        this.backup = backup;
        this.live = live;
    }

    public static void main(String[] arguments) throws SQLException, IOException {
        var environment = System.getenv();
        var slug = Setup.needed(environment, "SATUATAP_TENANT");
        try {
            var restored = run(
                    Side.of(environment, "SATUATAP_BACKUP_"),
                    Side.of(environment, "SATUATAP_"),
                    slug,
                    Setup.needed(environment, "SATUATAP_BACKUP_OF"),
                    Setup.needed(environment, "SATUATAP_RESTORED_BY"));
            System.out.printf(
                    "%s: %d rows, %d files brought back, %d set aside%n",
                    slug, restored.rows, restored.files, restored.setAside);
        } catch (RefusedRestore refused) {
            System.err.println(refused.getMessage());
            System.exit(1);
        }
    }

    /**
     * @param moment of the backup, as the audit trail will name it
     * @param by who restores
     */
    static Restored run(Side backup, Side live, String slug, String moment, String by)
            throws SQLException, IOException {
        try (var from = backup.connect();
                var to = live.connect()) {
            var restore = new TenantRestore(from, to);
            var tenant = restore.check(slug);
            var files = new TenantFiles(backup.files, live.files, tenant);
            var digests = restore.documents();
            var brought = files.bringBack(digests);
            var rows = restore.replace();
            var id = restore.tell(tenant, moment, by, rows, brought);
            to.commit();
            return new Restored(id, rows, brought, files.takeAside(digests, id));
        }
    }

    private UUID check(String slug) throws SQLException {
        var schema =
                "select coalesce(string_agg(version || ' ' || checksum, ', ' order by version), '') from setup.history";
        if (!one(backup, schema).equals(one(live, schema))) {
            throw new RefusedRestore(
                    "The backup has another schema than this database: restore it with the release it was made by, and upgrade that.");
        }
        var identity =
                "select coalesce(max(id::text), '') from tenancy.tenant where slug = '%s'".formatted(plain(slug));
        var tenant = one(live, identity);
        if (tenant.isEmpty() || !tenant.equals(one(backup, identity))) {
            throw new RefusedRestore("The tenant %s is not the same one here and in the backup.".formatted(slug));
        }
        if (!one(live, "select state from tenancy.tenant where id = '%s'".formatted(tenant))
                .equals("SUSPENDED")) {
            throw new RefusedRestore("Suspend the tenant %s first, so that nobody writes in it.".formatted(slug));
        }
        within(backup, tenant);
        within(live, tenant);
        if (!one(live, "select count(*) from outbox.delivery where heard_at is null and parked_at is null")
                .equals("0")) {
            throw new RefusedRestore("Events of %s still wait to be told: try again in a moment.".formatted(slug));
        }
        return UUID.fromString(tenant);
    }

    private Map<UUID, String> documents() throws SQLException {
        var digests = new HashMap<UUID, String>();
        try (var statement = backup.createStatement();
                var rows = statement.executeQuery("select id, sha256 from document.document")) {
            while (rows.next()) {
                digests.put(rows.getObject(1, UUID.class), rows.getString(2));
            }
        }
        return digests;
    }

    private long replace() throws SQLException {
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

    private long insert(java.sql.PreparedStatement insert, List<String> lines) throws SQLException {
        insert.setArray(1, live.createArrayOf("text", lines.toArray()));
        lines.clear();
        return insert.executeUpdate();
    }

    /** As an event: the audit trail chains it like every other. */
    private UUID tell(UUID tenant, String moment, String by, long rows, int files) throws SQLException {
        var id = Ids.next();
        var data = JsonMapper.shared()
                .writeValueAsString(Map.of("backup", moment, "rows", rows, "files", files, "by", by));
        try (var insert = live.prepareStatement("""
                with told as (insert into outbox.event (id, type, subject, data)
                              values (?, 'tenancy.restored', ?, ?::jsonb) returning tenant_id, id),
                     owed as (insert into outbox.delivery (event_id, listener) select id, 'audit' from told)
                select pg_notify('satuatap_event', tenant_id || '/' || id) from told
                """)) {
            insert.setObject(1, id);
            insert.setObject(2, tenant);
            insert.setString(3, data);
            insert.execute();
        }
        return id;
    }

    private static void within(Connection connection, String tenant) throws SQLException {
        try (var set = connection.prepareStatement("select set_config('app.tenant_id', ?, true)")) {
            set.setString(1, tenant);
            set.execute();
        }
    }

    private static String plain(String slug) {
        if (!slug.matches("[a-z][a-z0-9]{1,30}")) {
            throw new RefusedRestore("%s is not the name of a tenant.".formatted(slug));
        }
        return slug;
    }

    private static String one(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            return row.next() ? row.getString(1) : "";
        }
    }
}
