package id.satuatap.core.access;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Who holds which role in the tenant of the present transaction. {@link RoleCache} remembers the answers. */
@Service
@Transactional
public class Memberships {

    private final MembershipRepository repository;

    Memberships(MembershipRepository repository) {
        this.repository = repository;
    }

    @Transactional(readOnly = true)
    Mono<Set<Role>> rolesOf(String issuer, String subject, LocalDate today) {
        return repository.rolesOf(issuer, subject, today).collect(Collectors.toUnmodifiableSet());
    }

    @Transactional(readOnly = true)
    Mono<Boolean> isOperator(String issuer, String subject) {
        return repository.isOperator(issuer, subject);
    }

    @Transactional(readOnly = true)
    public Mono<List<Membership>> all() {
        return repository.all().collectList();
    }

    /** Empty when there is none. */
    @Transactional(readOnly = true)
    public Mono<Membership> find(UUID id) {
        return repository.find(id);
    }

    /** What else the same subject holds, or will hold. */
    @Transactional(readOnly = true)
    public Mono<List<Role>> otherRolesOf(Membership membership) {
        return repository.otherRolesOf(membership).collectList();
    }

    public Mono<Membership> begin(Membership membership) {
        return repository.insert(membership);
    }

    /** Empty when the version is no longer the newest. */
    public Mono<Membership> update(Membership membership) {
        return repository.update(membership);
    }
}
