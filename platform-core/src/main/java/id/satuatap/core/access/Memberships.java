package id.satuatap.core.access;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Which roles a subject has in the tenant of the present transaction. {@link RoleCache} remembers the answers. */
@Service
@Transactional(readOnly = true)
class Memberships {

    private final MembershipRepository repository;

    Memberships(MembershipRepository repository) {
        this.repository = repository;
    }

    Mono<Set<Role>> rolesOf(String issuer, String subject, LocalDate today) {
        return repository.rolesOf(issuer, subject, today).collect(Collectors.toUnmodifiableSet());
    }

    Mono<Boolean> isOperator(String issuer, String subject) {
        return repository.isOperator(issuer, subject);
    }
}
