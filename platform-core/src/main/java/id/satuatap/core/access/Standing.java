package id.satuatap.core.access;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where an account stands in a tenant, today.
 *
 * @param person its row here; null when it never changed anything here
 * @param fresh whether that row has the name and the address of today
 * @param posts that it holds by appointment
 */
public record Standing(@Nullable UUID person, boolean fresh, Set<Role> roles, Rights rights, Set<UUID> posts) {

    /** Not known here. */
    static final Standing NONE = new Standing(null, false, Set.of(), Rights.NONE, Set.of());

    Standing of(UUID known) {
        return new Standing(known, true, roles, rights, posts);
    }
}
