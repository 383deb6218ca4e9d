package id.satuatap.core.tenancy;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Flux;

/** The list of regions of Indonesia, the same for all tenants. */
@Service
@Transactional(readOnly = true)
public class Regions {

    private final RegionRepository repository;

    Regions(RegionRepository repository) {
        this.repository = repository;
    }

    /** The region itself, then the regencies and cities below it, by code. */
    public Flux<Region> withParts(String code) {
        return repository.withParts(code);
    }
}
