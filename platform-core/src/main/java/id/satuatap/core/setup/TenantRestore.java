package id.satuatap.core.setup;

import id.satuatap.core.shared.Ids;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
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
                    RestoreSide.of(environment, "SATUATAP_BACKUP_"),
                    RestoreSide.of(environment, "SATUATAP_"),
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
    static Restored run(RestoreSide backup, RestoreSide live, String slug, String moment, String by)
            throws SQLException, IOException {
        try (var from = backup.connect();
                var to = live.connect()) {
            var restore = new TenantRestore(from, to);
            var tenant = new RestoreCheck(from, to).tenant(slug);
            var files = new TenantFiles(backup.files(), live.files(), tenant);
            var digests = restore.documents();
            var brought = files.bringBack(digests);
            var rows = new TenantCopy(from, to).replace();
            var id = restore.tell(tenant, moment, by, rows, brought);
            to.commit();
            return new Restored(id, rows, brought, files.takeAside(digests, id));
        }
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
}
