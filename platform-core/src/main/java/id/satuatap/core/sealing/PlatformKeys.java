package id.satuatap.core.sealing;

import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.SecretKey;

/** The keys of the platform, that wrap the keys of tenants: one for what is wrapped from now on, older ones to open with. */
final class PlatformKeys {

    private final String newest;
    private final Map<String, SecretKey> keys;

    private PlatformKeys(String newest, Map<String, SecretKey> keys) {
        this.newest = newest;
        this.keys = Map.copyOf(keys);
    }

    /** Fails with a sentence for who set it up, when the key is missing or not one. */
    static PlatformKeys of(SealingProperties properties) {
        var key = properties.key();
        if (key == null || key.isBlank()) {
            throw new IllegalStateException("""
                    satuatap.sealing.key (SATUATAP_SEALING_KEY) is missing: the key that guards the keys of tenants, as id:base64 of 32 random \
                    bytes. Make one with: echo "$(date +%Y-%m):$(openssl rand -base64 32)". docs/operations.md tells how it is kept.""");
        }
        var keys = new HashMap<String, SecretKey>();
        var newest = add(keys, key);
        properties.older().stream().filter(older -> !older.isBlank()).forEach(older -> add(keys, older));
        var platform = new PlatformKeys(newest, keys);
        platform.unwrap(
                "start",
                platform.wrap("start", Box.newKey())); // what it needs of the JDK is loaded before the first request
        return platform;
    }

    private static String add(Map<String, SecretKey> keys, String text) {
        var colon = text.indexOf(':');
        var id = colon < 0 ? "" : text.substring(0, colon).strip();
        if (!id.matches("[A-Za-z0-9._-]{1,40}")) {
            throw new IllegalStateException(
                    "A key of satuatap.sealing must be id:base64, its id of 1 to 40 letters, digits, '.', '_', '-'.");
        }
        var bytes = bytes(id, text.substring(colon + 1).strip());
        if (bytes.length != Box.KEY_BYTES) {
            throw new IllegalStateException("The key '%s' of satuatap.sealing has %d bytes; it must be %d random ones."
                    .formatted(id, bytes.length, Box.KEY_BYTES));
        }
        if (keys.put(id, Box.aes(bytes)) != null) {
            throw new IllegalStateException("Two keys of satuatap.sealing are called '%s'.".formatted(id));
        }
        return id;
    }

    private static byte[] bytes(String id, String base64) {
        try {
            return Base64.getDecoder().decode(base64.replace('-', '+').replace('_', '/'));
        } catch (IllegalArgumentException not) {
            throw new IllegalStateException(
                    "The key '%s' of satuatap.sealing is not base64.".formatted(id)); // without its text
        }
    }

    String newest() {
        return newest;
    }

    Wrapped wrap(String place, byte[] key) {
        return new Wrapped(Box.close(key(place, newest), place, key), newest);
    }

    byte[] unwrap(String place, Wrapped wrapped) {
        return Box.open(key(place, wrapped.by()), place, wrapped.bytes());
    }

    private SecretKey key(String place, String id) {
        var key = keys.get(id);
        if (key == null) {
            throw new IllegalStateException(
                    "%s is wrapped by the platform's key '%s', which satuatap.sealing does not name"
                            .formatted(place, id));
        }
        return key;
    }

    /** @param by the id of the platform's key */
    @SuppressWarnings("ArrayRecordComponent") // goes to the database and comes from there, and is never compared
    record Wrapped(byte[] bytes, String by) {}
}
