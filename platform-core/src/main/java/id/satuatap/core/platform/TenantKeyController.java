package id.satuatap.core.platform;

import id.satuatap.core.access.Requires;
import id.satuatap.core.database.CurrentTenant;
import id.satuatap.core.sealing.Seals;
import id.satuatap.core.sealing.TenantKeys;
import id.satuatap.core.shared.Page;
import id.satuatap.core.tenancy.Tenants;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The keys that seal a tenant's values: the operator's, at the bare host. No key itself is ever told. */
@RestController
@RequestMapping("/api/v1/tenants")
class TenantKeyController {

    private final Tenants tenants;
    private final RenewedKeys renewed;
    private final TenantKeys keys;
    private final Seals seals;

    TenantKeyController(Tenants tenants, RenewedKeys renewed, TenantKeys keys, Seals seals) {
        this.tenants = tenants;
        this.renewed = renewed;
        this.keys = keys;
        this.seals = seals;
    }

    /** The keys of a tenant, the oldest first, each with how many values it seals: once it seals none, a renewal is done. */
    @Requires(PlatformPermissions.MANAGE)
    @GetMapping("/{slug}/keys")
    Mono<Page<TenantKeys.State>> list(@PathVariable String slug) {
        return in(slug, keys::states).map(Page::whole);
    }

    /** Makes a new key. What is sealed with older ones moves over in the background, from the next minute on; how far it is, the list tells. */
    @Requires(PlatformPermissions.MANAGE)
    @PostMapping("/{slug}/keys")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<Page<TenantKeys.State>> renew(@PathVariable String slug) {
        return in(slug, () -> renewed.renew().then(seals.forgetHere())).then(list(slug));
    }

    /** Wraps all keys of a tenant with the platform's newest key. Done for every tenant, the older one may go from the configuration. */
    @Requires(PlatformPermissions.MANAGE)
    @PostMapping("/{slug}/keys/wrapping")
    Mono<Page<TenantKeys.State>> rewrap(@PathVariable String slug) {
        return in(slug, () -> renewed.rewrap().then(seals.forgetHere())).then(list(slug));
    }

    private <T> Mono<T> in(String slug, Supplier<Mono<T>> work) {
        return tenants.get(slug)
                .flatMap(tenant -> work.get().contextWrite(context -> CurrentTenant.put(context, tenant.tenantId())));
    }
}
