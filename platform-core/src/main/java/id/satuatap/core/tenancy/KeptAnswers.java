package id.satuatap.core.tenancy;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Answers kept under an {@code Idempotency-Key}: a request is sent again within two days, or never. */
@Service
@Transactional
class KeptAnswers implements Aging {

    private final IdempotencyRepository repository;

    KeptAnswers(IdempotencyRepository repository) {
        this.repository = repository;
    }

    @Override
    public Mono<Removed> trim(int most) {
        return repository.trim(most).map(rows -> new Removed("idempotency", rows));
    }
}
