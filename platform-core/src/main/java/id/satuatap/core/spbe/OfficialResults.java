package id.satuatap.core.spbe;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Results that were published, the same for all tenants. */
@Service
@Transactional(readOnly = true)
public class OfficialResults {

    private static final int ALL = 100_000;

    private final OfficialResultRepository repository;

    OfficialResults(OfficialResultRepository repository) {
        this.repository = repository;
    }

    /** All years of the regencies and cities of a province, and of the province itself, oldest first; predicate and domains of one year. */
    public Mono<List<Publication>> ofProvince(String code, int year) {
        return repository.publications(code, year).collectList();
    }

    /** The newest year in which at least half of a province's so many regencies have an index, else the newest of all; empty without any. */
    public Mono<Integer> newestYear(String province, int regencies) {
        return repository.newestYear(province, regencies);
    }

    Mono<List<PublishedResult>> after(ResultFilter filter, int position, int most) {
        return repository.after(filter, position, most).collectList();
    }

    Mono<List<PublishedResult>> all(ResultFilter filter) {
        return after(filter, 0, ALL);
    }
}
