package id.satuatap.isolation;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Who may do what, told a second time in {@code rights.txt}: the suite would believe core if it took the table from there. The matrix compares it with what core says of each role.
 */
public final class Rights {

    private static final String TABLE = Resources.text("rights.txt");
    /** By role and permission, how far it reaches. */
    private static final Map<String, Map<String, String>> ROLES = read();

    private Rights() {}

    public static Set<String> roles() {
        return ROLES.keySet();
    }

    /** What this role may do, and how far: {@code t}, {@code o} or {@code w}. */
    public static Map<String, String> of(String role) {
        return ROLES.getOrDefault(role, Map.of());
    }

    /** @param permissions several, of which one is enough, with blanks between them */
    public static boolean allow(Collection<String> roles, String permissions) {
        return Arrays.stream(permissions.split(" "))
                .anyMatch(permission -> roles.stream().anyMatch(role -> of(role).containsKey(permission)));
    }

    /** Those who may, in the order of the table. */
    public static List<String> holders(String permission) {
        return ROLES.keySet().stream()
                .filter(role -> of(role).containsKey(permission))
                .toList();
    }

    /** The operations that are open to everybody. */
    public static Set<String> open() {
        return TABLE.lines()
                .filter(line -> line.startsWith("open "))
                .map(line -> line.substring("open ".length()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether a tenant of a regency has no such members. */
    public static boolean isOfProvince(String role) {
        return role.startsWith("province-");
    }

    /** Whether membership of a tenant gives it. */
    public static boolean isOfMembers(String role) {
        return !role.equals("citizen") && !role.equals("platform-operator");
    }

    /** A legend of two letters for each role, then a line for each permission with a mark for each role. */
    private static Map<String, Map<String, String>> read() {
        var roles = new LinkedHashMap<String, Map<String, String>>();
        var legend = new LinkedHashMap<String, Map<String, String>>();
        List<String> columns = List.of();
        for (var line : TABLE.lines().filter(line -> line.matches("[A-Za-z].*")).toList()) {
            var words = Arrays.asList(line.split("\\s+"));
            if (words.size() == 2) {
                roles.put(words.getLast(), new TreeMap<>());
                legend.put(words.getFirst(), roles.get(words.getLast()));
            } else if (words.getFirst().equals("permission")) {
                columns = words;
            } else if (!words.getFirst().equals("open")) {
                for (var i = 1; i < words.size(); i++) {
                    if (!words.get(i).equals(".")) {
                        Objects.requireNonNull(legend.get(columns.get(i))).put(words.getFirst(), words.get(i));
                    }
                }
            }
        }
        return roles;
    }
}
