package id.satuatap.core.privacy;

import id.satuatap.core.access.Actor;
import id.satuatap.core.access.Person;
import id.satuatap.core.access.Persons;
import id.satuatap.core.outbox.Outbox;
import id.satuatap.core.shared.Conflict;
import id.satuatap.core.shared.Ids;
import id.satuatap.core.shared.NotFound;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/**
 * Delays or limits the processing of somebody's data at that one's request (UU 27/2022, articles 11 and 41: within 3 x 24 hours).
 *
 * <p>While it lasts, the data are kept and nothing more: lists, the audit trail and exports show name and address to nobody, and say
 * "(dibatasi)" instead; the one concerned reads them at what is kept of oneself, the data protection officer when opening that, which is
 * recorded. The trail can't be searched by them, and what a sign-in brings is not taken over. What stays, stays by law (article 41, paragraph 2): ids in the record of what was done, the role with its decree, an official's name on
 * appointments and signed papers, and the list of those whom a breach concerns. The one concerned may go on working with the role: that
 * is that one's own doing. Restricting is no verdict and takes no right away; ending a membership is.
 */
@Service
@Transactional
class Restrictions {

    private final RestrictionRepository repository;
    private final Persons persons;
    private final Outbox outbox;

    Restrictions(RestrictionRepository repository, Persons persons, Outbox outbox) {
        this.repository = repository;
        this.persons = persons;
        this.outbox = outbox;
    }

    Mono<Void> restrict(UUID person, String reason) {
        return Mono.zip(find(person), Actor.current())
                .doOnNext(found -> check(found.getT1()))
                .flatMap(found -> repository.insert(
                        Ids.next(), person, reason, found.getT2().person()))
                .then(persons.restrict(person, true))
                .then(outbox.append(new PrivacyEvents.Restricted(person)));
    }

    /** Where nothing is restricted, nothing happens. */
    Mono<Void> lift(UUID person) {
        return Mono.zip(find(person), Actor.current())
                .filter(found -> found.getT1().restricted())
                .flatMap(found -> repository
                        .lift(person, found.getT2().person())
                        .then(persons.restrict(person, false))
                        .then(outbox.append(new PrivacyEvents.RestrictionLifted(person))));
    }

    private Mono<Person> find(UUID id) {
        return persons.lock(id)
                .then(Mono.defer(() -> persons.whole(List.of(id))))
                .mapNotNull(found -> found.get(id))
                .switchIfEmpty(Mono.error(() -> new NotFound("privacy.person-unknown")));
    }

    private static void check(Person person) {
        if (person.erasedAt() != null) {
            throw new Conflict("privacy.erased");
        }
        if (person.restricted()) {
            throw new Conflict("privacy.restricted");
        }
    }
}
