package id.satuatap.admin.audit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;

/** The tenant's record of changes and refusals at core. */
interface AuditClient {

    /** @param filter as {@link AuditFilter#asked()} names it */
    @GetExchange("/audit")
    Entries list(
            @RequestParam Map<String, String> filter,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam int limit);

    record Entries(List<Entry> items, @Nullable String next) {}

    /** @param actor the name of who did it; null for the system, and for who is erased */
    record Entry(
            long position,
            Instant at,
            String kind,
            String action,
            @Nullable String actor,
            @Nullable Who person,
            @Nullable What object,
            @Nullable Map<String, String> detail) {

        boolean refused() {
            return "REFUSAL".equals(kind);
        }

        Map<String, String> facts() {
            return detail == null ? Map.of() : detail;
        }
    }

    /** @param roles held at that moment */
    record Who(String id, @Nullable String email, boolean machine, boolean member, List<String> roles) {}

    record What(String kind, @Nullable String id, @Nullable String name) {}
}
