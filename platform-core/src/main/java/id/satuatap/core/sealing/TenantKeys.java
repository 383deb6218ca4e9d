package id.satuatap.core.sealing;

import id.satuatap.core.database.CurrentTenant;
import id.satuatap.core.database.TenantId;
import id.satuatap.core.sealing.TenantKey.Purpose;
import id.satuatap.core.shared.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The keys of the tenant in the context: how they are made, renewed and wrapped anew. */
@Service
@Transactional
public class TenantKeys {

    /**
     * How long after a new key somebody may yet seal with the one before: what {@link Seals} remembers, and the longest transaction, with
     * room. Only then can a key retire.
     */
    static final Duration SETTLED = Duration.ofMinutes(2);

    /**
     * A key as its operator sees it.
     *
     * @param wrappedBy the id of the platform's key
     * @param retiredAt since when nothing is sealed with it any more; null while it is the newest, or values wait for the newest
     * @param values how many it seals, by column
     */
    public record State(
            UUID id,
            String purpose,
            String wrappedBy,
            Instant createdAt,
            @Nullable Instant retiredAt,
            Map<String, Long> values) {}

    private final TenantKeyRepository repository;
    private final SealedRowRepository rows;
    private final PlatformKeys platform;
    private final List<SealedColumn> columns;

    TenantKeys(
            TenantKeyRepository repository,
            SealedRowRepository rows,
            PlatformKeys platform,
            List<SealedColumn> columns) {
        this.repository = repository;
        this.rows = rows;
        this.platform = platform;
        this.columns = columns;
    }

    /** The keys, the oldest first; made where there are none yet. */
    Mono<List<TenantKey>> all() {
        return repository.all().collectList().flatMap(keys -> missing(keys).isEmpty() ? Mono.just(keys) : made());
    }

    private Mono<List<TenantKey>> made() {
        return repository
                .lock()
                .then(Mono.defer(() -> repository.all().collectList()))
                .flatMapIterable(TenantKeys::missing)
                .concatMap(this::make)
                .then(Mono.defer(() -> repository.all().collectList()));
    }

    private static EnumSet<Purpose> missing(List<TenantKey> keys) {
        var missing = EnumSet.allOf(Purpose.class);
        keys.forEach(key -> missing.remove(key.purpose()));
        return missing;
    }

    private Mono<UUID> make(Purpose purpose) {
        var id = Ids.next();
        return CurrentTenant.get()
                .map(tenant -> platform.wrap(Ring.place(tenant, purpose, id), Box.newKey()))
                .flatMap(wrapped -> repository.insert(id, purpose, wrapped))
                .thenReturn(id);
    }

    /** Seals from now on with a new key. What the ones before sealed moves over by itself, in the background. */
    public Mono<UUID> renew() {
        return all().then(repository.lock()).then(Mono.defer(() -> make(Purpose.SEAL)));
    }

    /** Wraps all keys with the platform's newest; returns how many were wrapped by an older one. */
    public Mono<Long> rewrap() {
        return repository
                .lock()
                .then(CurrentTenant.get())
                .flatMapMany(tenant -> repository
                        .all()
                        .collectList()
                        .flatMapIterable(keys -> keys)
                        .filter(key -> !key.wrapped().by().equals(platform.newest()))
                        .concatMap(key -> rewrap(tenant, key).thenReturn(key)))
                .count();
    }

    private Mono<Void> rewrap(TenantId tenant, TenantKey key) {
        var place = Ring.place(tenant, key.purpose(), key.id());
        return repository.rewrap(key.id(), platform.wrap(place, platform.unwrap(place, key.wrapped())));
    }

    /** Says of those keys that nothing is sealed with them any more, if that is so and stays so. */
    Mono<Void> retire(List<UUID> older, Instant newestSince) {
        if (older.isEmpty() || newestSince.plus(SETTLED).isAfter(Instant.now())) {
            return Mono.empty();
        }
        return Flux.fromIterable(columns)
                .concatMap(column -> rows.anyWaits(column, older))
                .any(waits -> waits)
                .filter(waits -> !waits)
                .flatMap(none -> repository.retire(older));
    }

    /** The keys with how much each of them seals: how far a renewal is. */
    @Transactional(readOnly = true)
    public Mono<List<State>> states() {
        return repository
                .all()
                .collectList()
                .zipWith(counts())
                .map(found -> found.getT1().stream()
                        .map(key -> new State(
                                key.id(),
                                key.purpose().name(),
                                key.wrapped().by(),
                                key.createdAt(),
                                key.retiredAt(),
                                found.getT2().getOrDefault(key.id(), Map.of())))
                        .toList());
    }

    private Mono<Map<UUID, Map<String, Long>>> counts() {
        var all = new HashMap<UUID, Map<String, Long>>();
        return Flux.fromIterable(columns)
                .concatMap(column -> rows.counts(column)
                        .doOnNext(count -> all.computeIfAbsent(count.key(), key -> new HashMap<>())
                                .put(column.place(), count.values())))
                .then(Mono.just(all));
    }
}
