package id.satuatap.core.access;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** The people and machines that ever did something in the present tenant, a row each. */
@Service
@Transactional
public class Persons {

    private final PersonRepository repository;

    Persons(PersonRepository repository) {
        this.repository = repository;
    }

    /**
     * The id of this account in the present tenant, from now on with today's name, and with today's address where there is one. A person
     * whose data are restricted keeps the name and address of before.
     */
    public Mono<UUID> known(Account account) {
        return repository.keep(account);
    }

    /** Those of the ids that are people here, as others may see them. */
    @Transactional(readOnly = true)
    public Mono<Map<UUID, Person>> all(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Mono.just(Map.of())
                : repository.all(ids).map(Person::seen).collectMap(Person::id);
    }

    /** The same with names and addresses that are restricted: for the one concerned, and who answers for these data. */
    @Transactional(readOnly = true)
    public Mono<Map<UUID, Person>> whole(Collection<UUID> ids) {
        return ids.isEmpty() ? Mono.just(Map.of()) : repository.all(ids).collectMap(Person::id);
    }

    /** Hides this person's name and address from others and keeps them as they are, or shows them again. */
    public Mono<Void> restrict(UUID id, boolean restricted) {
        return repository.restrict(id, restricted);
    }

    /** Holds this person's row until the transaction ends: who changes what the same person holds waits. */
    public Mono<Void> lock(UUID id) {
        return repository.lock(id);
    }
}
