package id.satuatap.servlet.session;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What core says about the signed-in person at this tenant. Screens show by it; core decides again on every call. */
public record Person(
        String subject,
        @Nullable String name,
        boolean machine,
        @Nullable Tenant tenant,
        List<String> roles,
        Set<String> permissions) {

    public Person {
        roles = roles == null ? List.of() : List.copyOf(roles);
        permissions = permissions == null ? Set.of() : Set.copyOf(permissions);
    }

    public boolean may(String permission) {
        return permissions.contains(permission);
    }

    public boolean isMember() {
        return roles.stream().anyMatch(role -> !"citizen".equals(role));
    }

    public boolean isSimulated() {
        return tenant != null && tenant.simulated();
    }

    /** The tenant as a member needs to know it. */
    public record Tenant(String slug, String name, String kind, boolean simulated) {

        public boolean isProvince() {
            return "PROVINCE".equals(kind);
        }
    }
}
