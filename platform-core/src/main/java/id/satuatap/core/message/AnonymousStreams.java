package id.satuatap.core.message;

import id.satuatap.core.database.TenantId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Counts the streams of visitors who are not signed in: one tenant's may be so many in one instance, and no more. */
@Component
class AnonymousStreams {

    static final int MOST = 500;

    private final Map<TenantId, Integer> open = new ConcurrentHashMap<>();

    /** The stream, if there is room for it: else 503, and the visitor comes back. */
    <T> Flux<T> oneMore(TenantId tenant, Flux<T> stream) {
        return Flux.usingWhen(
                Mono.fromRunnable(() -> enter(tenant)).thenReturn(tenant),
                entered -> stream,
                entered -> Mono.fromRunnable(() -> leave(tenant)));
    }

    private void enter(TenantId tenant) {
        open.compute(tenant, (same, count) -> {
            if (count != null && count >= MOST) {
                throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE);
            }
            return count == null ? 1 : count + 1;
        });
    }

    private void leave(TenantId tenant) {
        open.computeIfPresent(tenant, (same, count) -> count == 1 ? null : count - 1);
    }
}
