package id.satuatap.citizen.account;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a government keeps of one person.
 *
 * @param data by kind
 * @param looks who opened it: told by role, never by name
 * @param restriction since when it is kept and not used
 */
record Kept(
        Someone person,
        Map<String, List<Map<String, Object>>> data,
        List<Look> looks,
        @Nullable Restriction restriction) {

    record Someone(@Nullable String name, @Nullable String email) {}

    record Look(Instant at, Set<String> roles, @Nullable String reason) {}

    record Restriction(Instant since, @Nullable String reason) {}
}
