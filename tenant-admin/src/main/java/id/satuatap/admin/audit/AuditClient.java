package id.satuatap.admin.audit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;

/** The tenant's record of changes and refusals at core. */
interface AuditClient {

    @GetExchange("/audit")
    Entries list(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam int limit,
            @RequestParam(required = false) @Nullable String kind);

    record Entries(List<Entry> items, @Nullable String next) {}

    record Entry(
            long position,
            Instant at,
            String kind,
            String action,
            @Nullable String actor,
            @Nullable String role,
            @Nullable String subject,
            @Nullable Map<String, Object> detail) {}
}
