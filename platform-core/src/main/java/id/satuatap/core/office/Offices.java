package id.satuatap.core.office;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** The tenant's register of offices. */
@Service
@Transactional(readOnly = true)
class Offices {

    record Register(List<Office> items, List<OfficeCount> counts) {}

    private final OfficeRepository repository;

    Offices(OfficeRepository repository) {
        this.repository = repository;
    }

    Mono<Register> register() {
        return repository
                .all()
                .collectList()
                .flatMap(items -> repository.counts().collectList().map(counts -> new Register(items, counts)));
    }
}
