package id.satuatap.core.access;

import java.util.Collection;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Which offices are within which, so that a right for an office reaches what is below it. The office feature writes it. */
@Service
@Transactional
public class OfficeReach {

    /** An office, and one that is above it at any height. */
    public record Within(UUID office, UUID ancestor) {}

    private final OfficeReachRepository repository;

    OfficeReach(OfficeReachRepository repository) {
        this.repository = repository;
    }

    /** From now on it is so, and nothing else. */
    public Mono<Void> replace(Collection<Within> all) {
        return repository.replace(all);
    }
}
