package id.satuatap.core.sealing;

import id.satuatap.core.database.TenantId;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.SecretKey;

/** The keys of one tenant, open: with them values are sealed, opened and found. Lives in memory only, and not for long. */
final class Ring {

    private final TenantId tenant;
    private final TenantKey newest;
    private final List<UUID> older;
    private final Map<UUID, SecretKey> sealing;
    private final byte[] finding;

    private Ring(TenantId tenant, TenantKey newest, List<UUID> older, Map<UUID, SecretKey> sealing, byte[] finding) {
        this.tenant = tenant;
        this.newest = newest;
        this.older = older;
        this.sealing = Map.copyOf(sealing);
        this.finding = finding;
    }

    /** @param keys the oldest first, with at least one of each purpose */
    static Ring of(TenantId tenant, List<TenantKey> keys, PlatformKeys platform) {
        var sealing = new HashMap<UUID, SecretKey>();
        TenantKey newest = null;
        byte[] finding = null;
        for (var key : keys) {
            var open = platform.unwrap(place(tenant, key.purpose(), key.id()), key.wrapped());
            switch (key.purpose()) {
                case FIND -> finding = open;
                case SEAL -> {
                    sealing.put(key.id(), Box.aes(open));
                    newest = key;
                }
            }
        }
        if (newest == null || finding == null) {
            throw new IllegalStateException("tenant " + tenant + " has no keys");
        }
        return new Ring(tenant, newest, older(keys, newest), sealing, finding);
    }

    private static List<UUID> older(List<TenantKey> keys, TenantKey newest) {
        return keys.stream()
                .filter(key -> key.purpose() == TenantKey.Purpose.SEAL && key != newest && key.retiredAt() == null)
                .map(TenantKey::id)
                .toList();
    }

    static String place(TenantId tenant, TenantKey.Purpose purpose, UUID key) {
        return "key %s %s of %s".formatted(purpose, key, tenant.value());
    }

    TenantKey newest() {
        return newest;
    }

    /** Keys whose values are to move to the newest. */
    List<UUID> older() {
        return older;
    }

    boolean has(UUID key) {
        return sealing.containsKey(key);
    }

    Sealed seal(String column, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        return new Sealed(Box.close(key(newest.id()), place(column), bytes), newest.id());
    }

    String open(String column, Sealed sealed) {
        return new String(Box.open(key(sealed.key()), place(column), sealed.bytes()), StandardCharsets.UTF_8);
    }

    byte[] fingerprint(String column, String text) {
        return Box.fingerprint(Box.derived(finding, place(column)), text);
    }

    private SecretKey key(UUID id) {
        var key = sealing.get(id);
        if (key == null) {
            throw new IllegalStateException("tenant %s has no key %s".formatted(tenant, id));
        }
        return key;
    }

    private String place(String column) {
        return "%s of %s".formatted(column, tenant.value());
    }
}
