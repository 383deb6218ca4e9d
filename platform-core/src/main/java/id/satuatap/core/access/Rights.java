package id.satuatap.core.access;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What somebody may do here, and how far each of it reaches.
 *
 * @param reaches by the permission's key; what is not in it is not allowed
 */
public record Rights(Map<String, Reach> reaches) {

    /** Nothing at all. */
    static final Rights NONE = new Rights(Map.of());

    /**
     * How far one permission reaches.
     *
     * @param everywhere in all of the government
     * @param offices otherwise, in these
     */
    public record Reach(boolean everywhere, Set<UUID> offices) {

        private Reach and(Reach other) {
            var more = new HashSet<>(offices);
            more.addAll(other.offices);
            return new Reach(everywhere || other.everywhere, Set.copyOf(more));
        }
    }

    static Rights of(Collection<Permission> lines, Collection<PermissionTable.Held> held) {
        var reaches = new HashMap<String, Reach>();
        for (var line : lines) {
            for (var one : held) {
                var scope = line.roles().get(one.role());
                if (scope != null) {
                    reaches.merge(line.key(), reach(scope, one), Reach::and);
                }
            }
        }
        return new Rights(Map.copyOf(reaches));
    }

    private static Reach reach(Scope scope, PermissionTable.Held held) {
        return switch (scope) {
            case TENANT -> new Reach(true, Set.of());
            case OFFICE -> new Reach(held.office() == null, held.reach());
            case OWN -> new Reach(false, Set.of());
        };
    }

    /** Whether it is allowed at all: somewhere, or for what is one's own. */
    public boolean allow(String permission) {
        return reaches.containsKey(permission);
    }

    /** Whether it is allowed for this office. */
    public boolean allow(String permission, UUID office) {
        var reach = reaches.get(permission);
        return reach != null && (reach.everywhere() || reach.offices().contains(office));
    }
}
