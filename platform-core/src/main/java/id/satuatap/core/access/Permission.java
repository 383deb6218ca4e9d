package id.satuatap.core.access;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * A line of the table of rights: one thing that can be allowed, the roles that may do it, and how far each of them reaches.
 *
 * @param key stable, as the API and the screens name it: {@code assessment:share}
 * @param conflicts what nobody may do who does this: two people's work (who fills, who checks and who approves are different people,
 *     Peraturan Menteri PANRB 59/2020)
 */
public record Permission(String key, Map<Role, Scope> roles, Set<String> conflicts) {

    public Permission {
        roles = Map.copyOf(roles);
        conflicts = Set.copyOf(conflicts);
    }

    /** A permission that nobody has yet. */
    public static Permission of(String key) {
        return new Permission(key, Map.of(), Set.of());
    }

    /** Allows it to these roles, in all of the government. */
    public Permission tenant(Role... allowed) {
        return with(Scope.TENANT, allowed);
    }

    /** Allows it to these roles, for the office of their membership and what is below it. */
    public Permission office(Role... allowed) {
        return with(Scope.OFFICE, allowed);
    }

    /** Allows it to these roles, for what is their own. */
    public Permission own(Role... allowed) {
        return with(Scope.OWN, allowed);
    }

    /** Keeps it apart from another permission. */
    public Permission notWith(String other) {
        var more = new HashSet<>(conflicts);
        more.add(other);
        return new Permission(key, roles, more);
    }

    private Permission with(Scope scope, Role... allowed) {
        var more = new EnumMap<Role, Scope>(Role.class);
        more.putAll(roles);
        for (var role : allowed) {
            more.put(role, scope);
        }
        return new Permission(key, more, conflicts);
    }
}
