package id.satuatap.core.sealing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import id.satuatap.core.database.CurrentTenant;
import id.satuatap.core.database.TenantId;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Seals values of the tenant in the context, opens them, and makes the fingerprint by which one is found again. A column is named as its
 * {@link SealedColumn#place}.
 */
@Component
public class Seals {

    /** How long open keys stay in memory: so long another instance may go on sealing with the key before the newest. */
    static final Duration REMEMBERED = Duration.ofSeconds(30);

    private final TenantKeys keys;
    private final PlatformKeys platform;
    private final Cache<TenantId, Ring> remembered = Caffeine.newBuilder()
            .expireAfterWrite(REMEMBERED)
            .maximumSize(1_000)
            .build();

    Seals(TenantKeys keys, PlatformKeys platform) {
        this.keys = keys;
        this.platform = platform;
    }

    /** Seals a text with the newest key of the tenant; makes its keys where it has none yet. */
    public Mono<Sealed> seal(String column, String text) {
        return ring().map(ring -> ring.seal(column, text));
    }

    /** The text; a {@link DoesNotOpen} if it was sealed for another tenant or column, or changed since. */
    public Mono<String> open(String column, Sealed sealed) {
        return ringWith(sealed.key()).map(ring -> ring.open(column, sealed));
    }

    /** The same bytes for the same text, in this tenant and column only: what a unique index stands on, and a search asks for. */
    public Mono<byte[]> fingerprint(String column, String text) {
        return ring().map(ring -> ring.fingerprint(column, text));
    }

    /** Reads the keys of the present tenant anew at the next question; other instances follow soon. Once a change of them is committed. */
    public Mono<Void> forgetHere() {
        return CurrentTenant.get().doOnNext(remembered::invalidate).then();
    }

    /** With a key that another instance may have made a moment ago. */
    private Mono<Ring> ringWith(UUID key) {
        return ring().flatMap(ring ->
                ring.has(key) ? Mono.just(ring) : CurrentTenant.get().flatMap(this::load));
    }

    Mono<Ring> ring() {
        return CurrentTenant.get().flatMap(tenant -> {
            var ring = remembered.getIfPresent(tenant);
            return ring == null ? load(tenant) : Mono.just(ring);
        });
    }

    /** Remembered only when committed: a key that vanishes with its transaction would seal what nobody opens again. */
    private Mono<Ring> load(TenantId tenant) {
        return keys.all().map(all -> {
            var ring = Ring.of(tenant, all, platform);
            if (all.stream().allMatch(TenantKey::kept)) {
                remembered.put(tenant, ring);
            }
            return ring;
        });
    }
}
