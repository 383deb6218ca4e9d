package id.satuatap.core.office;

import com.fasterxml.jackson.annotation.JsonProperty;
import id.satuatap.core.access.Actor;
import id.satuatap.core.access.PublicOperation;
import id.satuatap.core.database.CurrentTenant;
import id.satuatap.core.shared.Forbidden;
import id.satuatap.core.tenancy.Tenant;
import id.satuatap.core.tenancy.Tenants;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/tenants/{slug}/offices")
class OfficeController {

    record Register(List<OfficeView> items, List<CountView> counts) {

        static Register of(Offices.Register register) {
            return new Register(
                    register.items().stream().map(OfficeView::of).toList(),
                    register.counts().stream().map(CountView::of).toList());
        }
    }

    record OfficeView(
            UUID id,
            String name,
            @JsonProperty("short") @Nullable String shortName,
            String kind,
            String source,
            String certainty) {

        static OfficeView of(Office office) {
            return new OfficeView(
                    office.id(), office.name(), office.shortName(), office.kind(), office.source(), office.certainty());
        }
    }

    record CountView(
            int count, int year, String source, @Nullable String note) {

        static CountView of(OfficeCount count) {
            return new CountView(count.count(), count.year(), count.source(), count.note());
        }
    }

    private final Offices offices;
    private final Tenants tenants;

    OfficeController(Offices offices, Tenants tenants) {
        this.offices = offices;
        this.tenants = tenants;
    }

    /** The offices of a government, for all to see: the path names the tenant, so that it works on the bare host, too. */
    @PublicOperation
    @GetMapping
    Mono<Register> register(@PathVariable String slug) {
        return tenants.get(slug)
                .zipWith(Actor.current())
                .flatMap(found -> register(found.getT1(), found.getT2()))
                .map(Register::of);
    }

    private Mono<Offices.Register> register(Tenant named, Actor actor) {
        if (actor.tenant() != null && !actor.tenant().id().equals(named.id())) {
            return Mono.error(() -> new Forbidden("tenant.mismatch"));
        }
        if (named.state() == Tenant.State.SUSPENDED) {
            return Mono.error(() -> new Forbidden("tenant.suspended", named.name()));
        }
        return offices.register().contextWrite(context -> CurrentTenant.put(context, named.tenantId()));
    }
}
