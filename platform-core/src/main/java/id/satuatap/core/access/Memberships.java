package id.satuatap.core.access;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Who holds which role in the tenant of the present transaction. {@link Standings} remembers what follows from it. */
@Service
@Transactional
public class Memberships {

    private final MembershipRepository repository;
    private final StandingRepository standings;

    Memberships(MembershipRepository repository, StandingRepository standings) {
        this.repository = repository;
        this.standings = standings;
    }

    @Transactional(readOnly = true)
    Mono<StoredStanding> stored(Account account, LocalDate today) {
        return standings.standing(account, today).defaultIfEmpty(StoredStanding.NONE);
    }

    @Transactional(readOnly = true)
    Mono<Boolean> isOperator(Account account) {
        return standings.isOperator(account);
    }

    /**
     * Lets one transaction at a time change who holds what in this tenant, until it ends. Rules over several rows (two people's work, the
     * last administrator, caps) hold because of it.
     */
    public Mono<Void> lock() {
        return repository.lock();
    }

    /** Those that come after one, in the order of their ids. */
    @Transactional(readOnly = true)
    public Mono<List<Membership>> after(UUID id, int most) {
        return repository.after(id, most).collectList();
    }

    /** Empty when there is none. */
    @Transactional(readOnly = true)
    public Mono<Membership> find(UUID id) {
        return repository.find(id);
    }

    /** What a person holds, or will hold. */
    @Transactional(readOnly = true)
    public Mono<List<Membership>> of(UUID person) {
        return repository.of(person).collectList();
    }

    /** Those of the ids that are memberships here, ended ones too. */
    @Transactional(readOnly = true)
    public Mono<List<Membership>> all(Collection<UUID> ids) {
        return ids.isEmpty() ? Mono.just(List.of()) : repository.all(ids).collectList();
    }

    /** All that these people ever held, by person. */
    @Transactional(readOnly = true)
    public Mono<Map<UUID, List<Membership>>> everOf(Collection<UUID> people) {
        return people.isEmpty()
                ? Mono.just(Map.of())
                : repository.everOf(people).collect(Collectors.groupingBy(Membership::person));
    }

    /** What people with this address hold, or will hold. */
    @Transactional(readOnly = true)
    public Mono<List<Membership>> of(String email) {
        return repository.of(email).collectList();
    }

    /** How many people hold a role today. */
    @Transactional(readOnly = true)
    public Mono<Long> people(Role role, LocalDate today) {
        return repository.people(role, today);
    }

    /** How many people, machines aside, hold a role on a day. */
    @Transactional(readOnly = true)
    public Mono<Long> people(LocalDate day) {
        return repository.people(day);
    }

    public Mono<Membership> begin(Membership membership) {
        return repository.insert(membership).then(repository.find(membership.id()));
    }

    /** Empty when the version is no longer the newest. */
    public Mono<Membership> update(Membership membership) {
        return repository.update(membership).flatMap(repository::find);
    }
}
