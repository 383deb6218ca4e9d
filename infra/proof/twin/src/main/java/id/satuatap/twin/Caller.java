package id.satuatap.twin;

import java.util.Set;
import java.util.UUID;

/** Who asks, and where. */
record Caller(UUID person, Tenant tenant, Set<String> roles) {

    /** The attribute of the request that holds the caller. */
    static final String ATTRIBUTE = Caller.class.getName();

    void needOneOf(Set<String> wanted) {
        if (roles.stream().noneMatch(wanted::contains)) {
            throw new Refused(403, "access.denied");
        }
    }
}
