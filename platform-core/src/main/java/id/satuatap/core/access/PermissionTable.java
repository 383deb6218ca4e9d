package id.satuatap.core.access;

import id.satuatap.core.shared.Conflict;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The table of rights, whole: what is enforced, what the API describes and what the workspace shows are read from it. */
@Component
public class PermissionTable {

    /** A role that somebody holds, for one office or for the whole government, and the offices that it reaches. */
    record Held(Role role, @Nullable UUID office, Set<UUID> reach) {}

    private final Map<String, Permission> lines;

    PermissionTable(List<Permissions> features) {
        this.lines = features.stream()
                .flatMap(feature -> feature.permissions().stream())
                .collect(Collectors.toUnmodifiableMap(Permission::key, Function.identity()));
        lines.values().forEach(this::checkWhole);
    }

    /** Every line, by its key. */
    public List<Permission> lines() {
        return lines.values().stream()
                .sorted(Comparator.comparing(Permission::key))
                .toList();
    }

    /** The line of this key; a bug when no feature wrote it. */
    Permission get(String key) {
        var line = lines.get(key);
        if (line == null) {
            throw new IllegalStateException("no feature declares the permission " + key);
        }
        return line;
    }

    /** What the held roles allow together. A role held without an office reaches everything where it would reach an office. */
    Rights rights(Collection<Held> held) {
        return Rights.of(lines.values(), held);
    }

    /** Whether a role may do something, however far it reaches. */
    public boolean allows(Role role, String permission) {
        return get(permission).roles().containsKey(role);
    }

    /** How far each permission of one role reaches, by its key. */
    Map<String, Scope> reachOf(Role role) {
        var reach = new TreeMap<String, Scope>();
        for (var line : lines.values()) {
            var scope = line.roles().get(role);
            if (scope != null) {
                reach.put(line.key(), scope);
            }
        }
        return reach;
    }

    /** Refuses to give a role to who would then do two people's work. */
    public void checkSeparate(Collection<Role> held, Role added) {
        var together = new HashSet<>(held);
        together.add(added);
        for (var line : lines.values()) {
            for (var other : line.conflicts()) {
                if (allowedToOneOf(line, together) && allowedToOneOf(get(other), together)) {
                    throw new Conflict("member.separate-duties");
                }
            }
        }
    }

    private static boolean allowedToOneOf(Permission permission, Set<Role> roles) {
        return permission.roles().keySet().stream().anyMatch(roles::contains);
    }

    /** No single role may do two people's work. */
    private void checkWhole(Permission line) {
        for (var other : line.conflicts()) {
            var both = new HashSet<>(line.roles().keySet());
            both.retainAll(get(other).roles().keySet());
            if (!both.isEmpty()) {
                throw new IllegalStateException(
                        "%s and %s are kept apart, but %s may do both".formatted(line.key(), other, both));
            }
        }
    }
}
