package id.satuatap.isolation;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

/**
 * Who may do what, told a second time: the suite would believe core if it took the table from there. A section compares
 * it with what core says of each role.
 */
public final class Rights {

    private static final Map<String, Set<String>> ROLES = Map.ofEntries(
            Map.entry("province-overseer", Set.of("control-room:read", "assessment:read", "office:read")),
            Map.entry("province-coach", Set.of("control-room:read", "assessment:read", "office:read")),
            Map.entry("external-coach", Set.of("assessment:read", "office:read")),
            Map.entry("external-assessor", Set.of("assessment:read", "office:read")),
            Map.entry("head-of-region", Set.of("assessment:read", "office:read")),
            Map.entry(
                    "tenant-admin",
                    Set.of("member:read", "member:manage", "audit:read", "assessment:read", "office:read")),
            Map.entry(
                    "coordinator",
                    Set.of(
                            "assessment:read",
                            "assessment:create",
                            "assessment:share",
                            "audit:read",
                            "member:read",
                            "office:read")),
            Map.entry(
                    "internal-assessor",
                    Set.of("assessment:read", "assessment:create", "assessment:answer", "office:read")),
            Map.entry("data-entry", Set.of("assessment:read", "assessment:answer", "office:read")),
            Map.entry("office-head", Set.of("assessment:read", "office:read")),
            Map.entry("opd-officer", Set.of("office:read")),
            Map.entry("counter-officer", Set.of("office:read")),
            Map.entry("walidata", Set.of("assessment:read", "office:read")),
            Map.entry("data-protection-officer", Set.of("audit:read", "office:read")),
            Map.entry("citizen", Set.of()),
            Map.entry("platform-operator", Set.of("tenant:manage")));

    /** The tables whose texts a permission lets one see; those that are not named are nobody's to read. */
    private static final Map<String, Set<String>> TABLES = Map.of(
            "member:read", Set.of("membership", "invitation", "mail"),
            "audit:read", Set.of("entry"),
            "assessment:read", Set.of("assessment", "answer", "answer_version", "evidence", "document", "file"),
            "control-room:read", Set.of("shared_assessment"));

    private static final Set<String> PUBLIC = Set.of("office", "office_count");

    private Rights() {}

    public static Set<String> roles() {
        return ROLES.keySet();
    }

    public static Set<String> of(String role) {
        return ROLES.getOrDefault(role, Set.of());
    }

    public static boolean allow(Collection<String> roles, String permission) {
        return roles.stream().anyMatch(role -> of(role).contains(permission));
    }

    static boolean isPublic(String table) {
        return PUBLIC.contains(table);
    }

    static boolean mayRead(Collection<String> roles, String table) {
        return TABLES.entrySet().stream()
                .anyMatch(readable -> readable.getValue().contains(table) && allow(roles, readable.getKey()));
    }
}
