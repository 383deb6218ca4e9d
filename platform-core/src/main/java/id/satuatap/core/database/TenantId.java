package id.satuatap.core.database;

import java.util.UUID;

/** Names a tenant for ever: never used again, not even when the tenant is gone. */
public record TenantId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
