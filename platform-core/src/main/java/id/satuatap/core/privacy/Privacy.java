package id.satuatap.core.privacy;

import id.satuatap.core.access.Actor;
import id.satuatap.core.access.Membership;
import id.satuatap.core.access.Memberships;
import id.satuatap.core.access.Person;
import id.satuatap.core.access.Persons;
import id.satuatap.core.access.Role;
import id.satuatap.core.outbox.Outbox;
import id.satuatap.core.shared.Conflict;
import id.satuatap.core.shared.Ids;
import id.satuatap.core.shared.NotFound;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The personal data of one person in this tenant, and what that one may ask for. */
@Service
@Transactional
class Privacy {

    private static final String EVERYTHING = "everything";

    private final PrivacyRepository repository;
    private final RestrictionRepository restrictions;
    private final Persons persons;
    private final Memberships memberships;
    private final List<PersonalData> features;
    private final Outbox outbox;

    Privacy(
            PrivacyRepository repository,
            RestrictionRepository restrictions,
            Persons persons,
            Memberships memberships,
            List<PersonalData> features,
            Outbox outbox) {
        this.repository = repository;
        this.restrictions = restrictions;
        this.persons = persons;
        this.memberships = memberships;
        this.features = features;
        this.outbox = outbox;
    }

    /** All that is kept of somebody here, by feature, who looked at it, and whether it is no longer used. */
    record Kept(
            Person person,
            Map<String, List<Map<String, Object>>> data,
            List<Look> looks,
            Optional<RestrictionRepository.Restriction> restriction) {}

    /**
     * Somebody looked: told by role, and not by name.
     *
     * @param reason what that one gave as the reason
     */
    record Look(
            Instant at,
            Set<Role> roles,
            String what,
            @Nullable String reason) {}

    @Transactional(readOnly = true)
    Mono<Kept> of(UUID id) {
        return Mono.zip(find(id), data(id), looks(id), restrictions.of(id).singleOptional())
                .map(found -> new Kept(found.getT1(), found.getT2(), found.getT3(), found.getT4()));
    }

    /** Opens somebody's data for an officer; the one concerned can see that it happened. */
    Mono<Kept> open(UUID id, String reason) {
        return Actor.current().flatMap(actor -> {
            var opening = new PrivacyRepository.Opening(Ids.next(), actor.person(), EVERYTHING, reason, Instant.now());
            return find(id).then(repository.insert(opening, id))
                    .then(outbox.append(new PrivacyEvents.Opened(id, opening.id())))
                    .then(of(id));
        });
    }

    /** Forgets somebody who holds nothing here any more. */
    Mono<Void> erase(UUID id) {
        return memberships
                .lock()
                .then(find(id))
                .then(memberships.of(id))
                .doOnNext(Privacy::checkHoldsNothing)
                .then(repository.erase(id))
                .filter(erased -> erased)
                .switchIfEmpty(Mono.error(() -> new Conflict("privacy.erased")))
                .then(outbox.append(new PrivacyEvents.Erased(id)));
    }

    @Transactional(readOnly = true)
    Mono<List<PrivacyRepository.Column>> register() {
        return repository.register().collectList();
    }

    /** A part of those whom a breach at that moment concerns. */
    Mono<List<Person>> concerned(Instant moment, UUID after, int most) {
        return repository
                .hereBy(moment, after, most)
                .collectList()
                .flatMap(ids -> persons.whole(ids)
                        .map(found -> ids.stream().map(found::get).toList()))
                .zipWith(Actor.current())
                .delayUntil(found -> outbox.append(new PrivacyEvents.BreachListed(
                        found.getT2().tenantOrFail().id(), found.getT1().size())))
                .map(found -> found.getT1());
    }

    private Mono<Person> find(UUID id) {
        return persons.whole(List.of(id))
                .mapNotNull(found -> found.get(id))
                .switchIfEmpty(Mono.error(() -> new NotFound("privacy.person-unknown")));
    }

    private static void checkHoldsNothing(List<Membership> held) {
        if (!held.isEmpty()) {
            throw new Conflict("privacy.member");
        }
    }

    private Mono<Map<String, List<Map<String, Object>>>> data(UUID id) {
        return Flux.fromIterable(features)
                .concatMap(feature -> feature.of(id).map(kept -> Map.entry(feature.kind(), kept)))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private Mono<List<Look>> looks(UUID id) {
        return repository.openings(id).collectList().flatMap(openings -> {
            var people = openings.stream().map(PrivacyRepository.Opening::by).collect(Collectors.toSet());
            return memberships
                    .everOf(people)
                    .map(held -> openings.stream()
                            .map(opening -> look(opening, held))
                            .toList());
        });
    }

    private static Look look(PrivacyRepository.Opening opening, Map<UUID, List<Membership>> held) {
        var roles = held.getOrDefault(opening.by(), List.of()).stream()
                .map(Membership::role)
                .collect(Collectors.toSet());
        return new Look(opening.at(), roles, opening.what(), opening.reason());
    }
}
