package id.satuatap.core.calendar;

import id.satuatap.core.access.Actor;
import id.satuatap.core.access.Persons;
import id.satuatap.core.outbox.Outbox;
import id.satuatap.core.shared.Conflict;
import id.satuatap.core.shared.Ids;
import id.satuatap.core.shared.NotFound;
import id.satuatap.core.shared.Page;
import id.satuatap.core.shared.Precondition;
import id.satuatap.core.tenancy.Idempotency;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** The days on which the tenant closes its offices itself. No two that are in force share a day. */
@Service
@Transactional
class Closures {

    /** @param by who recorded it; null for who is forgotten */
    record Named(Closure closure, @Nullable String by) {}

    private final ClosureRepository repository;
    private final Holidays holidays;
    private final Persons persons;
    private final Idempotency idempotency;
    private final Outbox outbox;

    Closures(ClosureRepository repository, Holidays holidays, Persons persons, Idempotency idempotency, Outbox outbox) {
        this.repository = repository;
        this.holidays = holidays;
        this.persons = persons;
        this.idempotency = idempotency;
        this.outbox = outbox;
    }

    Mono<Named> add(Closure.Days days, @Nullable String key) {
        return Actor.current().flatMap(actor -> {
            var tenant = actor.tenantOrFail();
            days.check(tenant.today(), holidays.lastYear());
            var effect = repository
                    .insert(Ids.next(), days, tenant.simulated(), actor.person())
                    .delayUntil(this::close)
                    .delayUntil(one -> outbox.append(new CalendarEvents.Closed(one.id(), days.from(), days.to())));
            return idempotency
                    .once(actor.person().toString(), key, days, Closure.class, effect)
                    .flatMap(this::named);
        });
    }

    Mono<Named> withdraw(UUID id, int seenVersion) {
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        return find(id).zipWith(Actor.current())
                .flatMap(found ->
                        withdraw(found.getT1(), seenVersion, now, found.getT2().person()))
                .delayUntil(repository::reopen)
                .delayUntil(one -> outbox.append(new CalendarEvents.Reopened(
                        one.id(), one.days().from(), one.days().to())))
                .flatMap(this::named);
    }

    /** Those in force. */
    @Transactional(readOnly = true)
    Mono<List<Closure>> inForce() {
        return repository.inForce().collectList();
    }

    @Transactional(readOnly = true)
    Mono<Page<Named>> list(@Nullable UUID after, @Nullable Integer year, int limit) {
        return repository
                .before(after, year, limit + 1)
                .collectList()
                .flatMap(this::named)
                .map(rows -> Page.of(rows, limit, row -> row.closure().id().toString()));
    }

    /** 404 when there is none, or when it is another tenant's, alike. */
    @Transactional(readOnly = true)
    Mono<Named> get(UUID id) {
        return find(id).flatMap(this::named);
    }

    @Transactional(readOnly = true)
    Mono<Map<UUID, String>> reasons(Collection<UUID> ids) {
        return ids.isEmpty() ? Mono.just(Map.of()) : repository.reasons(ids);
    }

    @Transactional(readOnly = true)
    Mono<List<Map<String, Object>>> writtenBy(UUID person) {
        return repository.writtenBy(person).collectList();
    }

    private Mono<Void> close(Closure closure) {
        return repository
                .close(closure)
                .filter(closed -> closed == closure.days().count())
                .switchIfEmpty(Mono.error(() -> new Conflict("calendar.closure-overlaps")))
                .then();
    }

    private Mono<Closure> withdraw(Closure before, int seenVersion, Instant now, UUID by) {
        var stored =
                before.version() == seenVersion ? repository.withdraw(before.withdraw(now), by) : Mono.<Closure>empty();
        return stored.switchIfEmpty(get(before.id())
                .flatMap(current -> Mono.error(
                        Precondition.stale("calendar.closure-changed", ClosureController.ClosureView.of(current)))));
    }

    private Mono<Closure> find(UUID id) {
        return repository.find(id).switchIfEmpty(Mono.error(() -> new NotFound("calendar.closure-unknown")));
    }

    private Mono<Named> named(Closure one) {
        return named(List.of(one)).map(List::getFirst);
    }

    private Mono<List<Named>> named(List<Closure> all) {
        var ids = all.stream().map(Closure::createdBy).distinct().toList();
        return persons.all(ids)
                .map(found -> all.stream()
                        .map(one -> {
                            var person = found.get(one.createdBy());
                            return new Named(one, person == null ? null : person.name());
                        })
                        .toList());
    }
}
