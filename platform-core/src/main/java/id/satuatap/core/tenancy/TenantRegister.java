package id.satuatap.core.tenancy;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The register of tenants in the database; {@link Tenants} remembers what it says. */
@Service
@Transactional
class TenantRegister {

    private final TenantRepository repository;

    TenantRegister(TenantRepository repository) {
        this.repository = repository;
    }

    @Transactional(readOnly = true)
    public Flux<Tenant> all() {
        return repository.all();
    }

    public Mono<Boolean> changeState(Tenant tenant, Tenant.State state) {
        return repository.changeState(tenant, state).map(rows -> rows == 1);
    }
}
