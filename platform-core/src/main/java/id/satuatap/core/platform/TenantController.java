package id.satuatap.core.platform;

import id.satuatap.core.access.PublicOperation;
import id.satuatap.core.access.Requires;
import id.satuatap.core.database.CurrentTenant;
import id.satuatap.core.shared.Page;
import id.satuatap.core.tenancy.PlatformProperties;
import id.satuatap.core.tenancy.Tenant;
import id.satuatap.core.tenancy.Tenants;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What all may know of tenants: that they exist, where their door is, and whether it is open. */
@RestController
@RequestMapping("/api/v1/tenants")
class TenantController {

    /**
     * What all may know of one.
     *
     * @param zone time zone of its days and hours, such as {@code Asia/Makassar}
     */
    record TenantView(
            String slug,
            String name,
            Tenant.Kind kind,
            String code,
            @Nullable ProvinceView province,
            Tenant.State state,
            boolean simulated,
            String accent,
            List<String> languages,
            String zone,
            List<String> hosts) {}

    record ProvinceView(@Nullable String slug, String code, String name) {}

    @Schema(example = """
            {"state": "SUSPENDED"}""")
    record ChangeState(@NotNull Tenant.State state) {}

    private final Tenants tenants;
    private final TenantStates states;
    private final PlatformProperties platform;

    TenantController(Tenants tenants, TenantStates states, PlatformProperties platform) {
        this.tenants = tenants;
        this.states = states;
        this.platform = platform;
    }

    @PublicOperation(evenSuspended = true)
    @GetMapping
    Mono<Page<TenantView>> list() {
        return tenants.visible()
                .map(all ->
                        Page.whole(all.stream().map(tenant -> view(tenant, all)).toList()));
    }

    @PublicOperation(evenSuspended = true)
    @GetMapping("/{slug}")
    Mono<TenantView> get(@PathVariable String slug) {
        return Mono.zip(tenants.get(slug), tenants.visible()).map(found -> view(found.getT1(), found.getT2()));
    }

    /** Suspends a tenant or lets it work again: the operator's, at the bare host. */
    @Requires(PlatformPermissions.MANAGE)
    @PutMapping("/{slug}/state")
    Mono<TenantView> changeState(@PathVariable String slug, @Valid @RequestBody ChangeState request) {
        return tenants.get(slug)
                .flatMap(tenant -> states.change(tenant, request.state())
                        .contextWrite(context -> CurrentTenant.put(context, tenant.tenantId())))
                .doOnTerminate(tenants::forget)
                .then(Mono.defer(() -> Mono.zip(tenants.get(slug), tenants.visible())))
                .map(found -> view(found.getT1(), found.getT2()));
    }

    private TenantView view(Tenant tenant, List<Tenant> all) {
        var hosts = new ArrayList<String>();
        hosts.add(platform.hostOf(tenant.slug()));
        hosts.addAll(tenant.customHosts());
        var province = all.stream()
                .filter(other -> other.id().equals(tenant.parentId()))
                .findFirst()
                .map(parent -> new ProvinceView(parent.slug(), parent.regionCode(), parent.name()))
                .orElse(null);
        return new TenantView(
                tenant.slug(),
                tenant.name(),
                tenant.kind(),
                tenant.regionCode(),
                province,
                tenant.state(),
                tenant.simulated(),
                tenant.accent(),
                tenant.languages(),
                tenant.zone(),
                hosts);
    }
}
