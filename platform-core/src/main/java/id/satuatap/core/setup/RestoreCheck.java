package id.satuatap.core.setup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/** Whether a tenant can be put back to what the backup holds. */
record RestoreCheck(Connection backup, Connection live) {

    /** Enters the tenant on both sides. */
    UUID tenant(String slug) throws SQLException {
        sameSchema();
        var tenant = sameTenant(slug);
        suspended(slug, tenant);
        within(backup, tenant);
        within(live, tenant);
        nothingWaits(slug);
        return UUID.fromString(tenant);
    }

    private void sameSchema() throws SQLException {
        var schema =
                "select coalesce(string_agg(version || ' ' || checksum, ', ' order by version), '') from setup.history";
        if (!one(backup, schema).equals(one(live, schema))) {
            throw new RefusedRestore(
                    "The backup has another schema than this database: restore it with the release it was made by, and upgrade that.");
        }
    }

    private String sameTenant(String slug) throws SQLException {
        var identity =
                "select coalesce(max(id::text), '') from tenancy.tenant where slug = '%s'".formatted(plain(slug));
        var tenant = one(live, identity);
        if (tenant.isEmpty() || !tenant.equals(one(backup, identity))) {
            throw new RefusedRestore("The tenant %s is not the same one here and in the backup.".formatted(slug));
        }
        return tenant;
    }

    private void suspended(String slug, String tenant) throws SQLException {
        if (!one(live, "select state from tenancy.tenant where id = '%s'".formatted(tenant))
                .equals("SUSPENDED")) {
            throw new RefusedRestore("Suspend the tenant %s first, so that nobody writes in it.".formatted(slug));
        }
    }

    private void nothingWaits(String slug) throws SQLException {
        if (!one(live, "select count(*) from outbox.delivery where heard_at is null and parked_at is null")
                .equals("0")) {
            throw new RefusedRestore("Events of %s still wait to be told: try again in a moment.".formatted(slug));
        }
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
