package id.satuatap.twin;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who asks, and where. */
record Caller(String subject, @Nullable String name, Tenant tenant, Set<String> roles) {

    /** The attribute of the request that holds the caller. */
    static final String ATTRIBUTE = Caller.class.getName();

    void needOneOf(Set<String> wanted) {
        if (roles.stream().noneMatch(wanted::contains)) {
            throw new Refused(403, "access.denied");
        }
    }
}
