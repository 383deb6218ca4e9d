package id.satuatap.core.tenancy.demo;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/**
 * The demo that is being loaded.
 *
 * @param connection as the schema's owner, in a transaction
 */
public record Demo(Connection connection, DemoAccounts accounts) {

    /** Always the same id for the same thing, so that loading twice changes nothing. */
    public static UUID id(String name) {
        return UUID.nameUUIDFromBytes(("satuatap demo " + name).getBytes(StandardCharsets.UTF_8));
    }

    /** What follows happens as this tenant: row level security holds for the owner, too. */
    public void become(UUID tenant) throws SQLException {
        try (var set = connection.prepareStatement("select set_config('app.tenant_id', ?, true)")) {
            set.setString(1, tenant.toString());
            set.execute();
        }
    }
}
