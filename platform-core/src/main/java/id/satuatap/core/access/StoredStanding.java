package id.satuatap.core.access;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the database says of an account in a tenant, on a day: see {@link Standing} for what follows from it. */
record StoredStanding(@Nullable UUID person, boolean fresh, Set<UUID> posts, List<PermissionTable.Held> held) {

    /** An account that never changed anything here. */
    static final StoredStanding NONE = new StoredStanding(null, false, Set.of(), List.of());
}
