package id.satuatap.core.office;

import id.satuatap.core.access.Actor;
import id.satuatap.core.access.Memberships;
import id.satuatap.core.outbox.Outbox;
import id.satuatap.core.shared.BadInput;
import id.satuatap.core.shared.Conflict;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How offices end: others go on with their work. */
@Service
@Transactional
class Successions {

    /** A merger, a split or a change of name: who goes on, from which day, by which decree. */
    record Succession(
            List<UUID> successors,
            LocalDate since,
            @Nullable String decree) {}

    private final OfficeRepository repository;
    private final Offices offices;
    private final Memberships memberships;
    private final Outbox outbox;

    Successions(OfficeRepository repository, Offices offices, Memberships memberships, Outbox outbox) {
        this.repository = repository;
        this.offices = offices;
        this.memberships = memberships;
        this.outbox = outbox;
    }

    /** Ends it the day before others go on with its work. */
    Mono<Office> succeed(UUID id, Succession succession, int seenVersion) {
        if (succession.successors().contains(id)) {
            return Mono.error(() -> new BadInput("successors", "fault.office"));
        }
        return memberships
                .lock()
                .then(offices.get(id))
                .doOnNext(Successions::checkWorks)
                .thenMany(Flux.fromIterable(succession.successors()))
                .concatMap(this::checkGoesOn)
                .then(repository.end(id, succession.since().minusDays(1), succession.decree(), seenVersion))
                .flatMap(ended -> ended ? Mono.<Void>empty() : offices.stale(id))
                .then(Actor.current())
                .flatMapMany(actor -> Flux.fromIterable(succession.successors())
                        .concatMap(successor -> repository
                                .succeed(id, successor, succession.since(), succession.decree(), actor.person())
                                .then(outbox.append(new OfficeEvents.Succeeded(id, successor, succession.since())))))
                .then(offices.get(id));
    }

    private Mono<Void> checkGoesOn(UUID successor) {
        return offices.get(successor).doOnNext(Successions::checkWorks).then();
    }

    private static void checkWorks(Office office) {
        if (office.validTo() != null) {
            throw new Conflict("office.ended");
        }
    }
}
