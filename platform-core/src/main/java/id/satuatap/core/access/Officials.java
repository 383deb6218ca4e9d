package id.satuatap.core.access;

import id.satuatap.core.access.Appointments.Official;
import id.satuatap.core.sealing.SealedColumn;
import id.satuatap.core.sealing.Seals;
import id.satuatap.core.shared.NotFound;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Who may sign. An NIP holds a day of birth: it is kept sealed, and found by its fingerprint. */
@Service
@Transactional
public class Officials {

    private static final SealedColumn NIP = new SealedColumn("access.official", "nip", true);

    private final OfficialRepository repository;
    private final Persons persons;
    private final Seals seals;

    Officials(OfficialRepository repository, Persons persons, Seals seals) {
        this.repository = repository;
        this.persons = persons;
        this.seals = seals;
    }

    /** The id of this official here, known by NIP where there is one. */
    public Mono<UUID> keep(Official official) {
        var nip = official.nip();
        var kept = nip == null ? repository.insert(official) : keep(official, nip);
        return checkPerson(official).then(kept);
    }

    /** One after the other: the first value of a tenant makes its keys, and two at once would make them twice in one transaction. */
    private Mono<UUID> keep(Official official, String nip) {
        return seals.seal(NIP.place(), nip)
                .flatMap(closed -> seals.fingerprint(NIP.place(), nip)
                        .flatMap(found ->
                                repository.seal(nip, closed, found).then(repository.keep(official, closed, found))));
    }

    private Mono<Void> checkPerson(Official official) {
        var person = official.person();
        return person == null
                ? Mono.empty()
                : persons.all(List.of(person))
                        .mapNotNull(found -> found.get(person))
                        .filter(found -> found.erasedAt() == null)
                        .switchIfEmpty(Mono.error(() -> new NotFound("person.unknown")))
                        .then();
    }

    /** What a person is as an official, with the NIP in clear: for that one's own eyes, and who answers for these data. */
    @Transactional(readOnly = true)
    public Mono<List<Official>> of(UUID person) {
        return repository
                .of(person)
                .collectList()
                .flatMapIterable(kept -> kept)
                .concatMap(kept -> open(kept, person))
                .collectList();
    }

    private Mono<Official> open(OfficialRepository.Kept kept, UUID person) {
        var nip = kept.nip();
        return nip == null
                ? Mono.just(new Official(kept.name(), null, kept.rank(), person))
                : seals.open(NIP.place(), nip).map(clear -> new Official(kept.name(), clear, kept.rank(), person));
    }

    /** So that NIPs move to a new key by themselves. */
    @Configuration(proxyBeanMethods = false)
    static class Columns {

        @Bean
        SealedColumn officialNip() {
            return NIP;
        }
    }
}
