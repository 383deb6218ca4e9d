package id.satuatap.isolation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Somebody who asks, and what that one is where: the oracle measures every answer by it.
 *
 * @param name for the report
 * @param subject of the account or machine client; empty for nobody
 * @param email the verified address of a person; empty for a machine
 * @param roles by tenant
 */
public record Principal(String name, String subject, String email, boolean machine, Map<String, Set<String>> roles) {

    /** Somebody who is not signed in. */
    public static final Principal NOBODY = new Principal("nobody", "", "", false, Map.of());

    /** Signed in, known to nobody, with a verified address. */
    public static Principal stranger(String name) {
        var email = "%s-%s@contoh.example".formatted(name, UUID.randomUUID());
        return new Principal(name, UUID.randomUUID().toString(), email, false, Map.of());
    }

    public boolean isNobody() {
        return subject.isEmpty();
    }

    Set<String> rolesAt(String tenant) {
        return roles.getOrDefault(tenant, Set.of());
    }

    /** The same one with a role more. */
    public Principal with(String tenant, String role) {
        var more = new HashMap<>(roles);
        var both = new HashSet<>(rolesAt(tenant));
        both.add(role);
        more.put(tenant, Set.copyOf(both));
        return new Principal(name, subject, email, machine, Map.copyOf(more));
    }
}
