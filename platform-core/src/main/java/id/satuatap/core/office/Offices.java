package id.satuatap.core.office;

import id.satuatap.core.access.Memberships;
import id.satuatap.core.access.OfficeReach;
import id.satuatap.core.outbox.Outbox;
import id.satuatap.core.shared.BadInput;
import id.satuatap.core.shared.NotFound;
import id.satuatap.core.shared.Precondition;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** The tenant's register of offices: what belongs to what, and what became of those that ended. */
@Service
@Transactional
public class Offices {

    record Register(List<Office> items, List<OfficeCount> counts) {}

    private final OfficeRepository repository;
    private final OfficeReach reach;
    private final Memberships memberships;
    private final Outbox outbox;

    Offices(OfficeRepository repository, OfficeReach reach, Memberships memberships, Outbox outbox) {
        this.repository = repository;
        this.reach = reach;
        this.memberships = memberships;
        this.outbox = outbox;
    }

    @Transactional(readOnly = true)
    Mono<Register> register() {
        return repository
                .all()
                .collectList()
                .flatMap(items -> repository.counts().collectList().map(counts -> new Register(items, counts)));
    }

    @Transactional(readOnly = true)
    public Mono<Office> get(UUID id) {
        return repository.all(List.of(id)).next().switchIfEmpty(Mono.error(() -> new NotFound("office.unknown")));
    }

    /** Those who do the work of this office today: itself, or where a chain of decrees ends. Never a row is moved for that. */
    @Transactional(readOnly = true)
    public Mono<List<Office>> successors(UUID id) {
        return repository.successors(id).collectList();
    }

    /** What those of the ids are called that are offices here. */
    @Transactional(readOnly = true)
    public Mono<Map<UUID, String>> names(Collection<UUID> ids) {
        return ids.isEmpty() ? Mono.just(Map.of()) : repository.all(ids).collectMap(Office::id, Office::name);
    }

    /** Makes it part of another office, or of none. Rights for an office reach what is below it from then on. */
    Mono<Office> move(UUID id, @Nullable UUID parent, int seenVersion) {
        return memberships
                .lock()
                .then(get(id))
                .then(parent == null ? Mono.empty() : checkAbove(id, parent))
                .then(repository.move(id, parent, seenVersion))
                .flatMap(moved -> moved ? Mono.<Void>empty() : stale(id))
                .then(outbox.append(new OfficeEvents.Moved(id, parent)))
                .then(writeReach())
                .then(get(id));
    }

    /** Nothing is above itself. */
    private Mono<Void> checkAbove(UUID id, UUID parent) {
        return get(parent)
                .thenMany(repository.within())
                .filter(within ->
                        within.office().equals(parent) && within.ancestor().equals(id))
                .hasElements()
                .flatMap(below -> below || Objects.equals(id, parent)
                        ? Mono.error(() -> new BadInput("parent", "fault.office"))
                        : Mono.empty());
    }

    private Mono<Void> writeReach() {
        return repository.within().collectList().flatMap(reach::replace);
    }

    /** Refuses what was based on another version than that of now. */
    Mono<Void> stale(UUID id) {
        return get(id).flatMap(now -> Mono.error(Precondition.stale("office.changed", OfficeController.view(now))));
    }
}
