package id.satuatap.core.office;

import com.fasterxml.jackson.annotation.JsonProperty;
import id.satuatap.core.access.NamedTenants;
import id.satuatap.core.access.PublicOperation;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Offices as all may see them: the path names the tenant, so that it works on the bare host, too. */
@RestController
@RequestMapping("/api/v1/tenants/{slug}/offices")
class OfficeController {

    record Register(List<OfficeView> items, List<CountView> counts) {

        static Register of(Offices.Register register) {
            return new Register(
                    register.items().stream().map(OfficeController::view).toList(),
                    register.counts().stream().map(CountView::of).toList());
        }
    }

    /**
     * An office.
     *
     * @param kind what it calls itself: dinas, badan, kecamatan
     * @param category what it is in law
     * @param parent the office that it is part of
     */
    record OfficeView(
            UUID id,
            String name,
            @JsonProperty("short") @Nullable String shortName,
            String kind,
            Office.Kind category,
            @Nullable UUID parent,
            @Nullable LocalDate validTo,
            String source,
            String certainty,
            int version) {}

    record CountView(
            int count, int year, String source, @Nullable String note) {

        static CountView of(OfficeCount count) {
            return new CountView(count.count(), count.year(), count.source(), count.note());
        }
    }

    /** An office with its posts and, when it ended, with those who go on with its work. */
    record OfficePage(OfficeView office, List<PostView> posts, List<OfficeView> successors) {}

    /** A post, and who holds it today: name with titles, and whether that one only acts. */
    record PostView(String name, boolean head, List<HolderView> holders) {

        static PostView of(HeldPost held, LocalDate today) {
            return new PostView(
                    held.post().name(),
                    held.post().head(),
                    held.holders().stream()
                            .filter(one -> one.on(today))
                            .map(one -> new HolderView(one.name(), one.acting(), one.validFrom()))
                            .toList());
        }
    }

    record HolderView(String name, @Nullable String acting, LocalDate since) {}

    private final Offices offices;
    private final Posts posts;
    private final NamedTenants tenants;

    OfficeController(Offices offices, Posts posts, NamedTenants tenants) {
        this.offices = offices;
        this.posts = posts;
        this.tenants = tenants;
    }

    static OfficeView view(Office office) {
        return new OfficeView(
                office.id(),
                office.name(),
                office.shortName(),
                office.form(),
                office.kind(),
                office.parent(),
                office.validTo(),
                office.source(),
                office.certainty(),
                office.version());
    }

    /** The offices of a government. */
    @PublicOperation
    @GetMapping
    Mono<Register> register(@PathVariable String slug) {
        return tenants.within(slug, tenant -> offices.register()).map(Register::of);
    }

    /** One office: its posts and who holds them, and what became of it. */
    @PublicOperation
    @GetMapping("/{office}")
    Mono<OfficePage> get(@PathVariable String slug, @PathVariable UUID office) {
        return tenants.within(
                slug,
                tenant -> Mono.zip(offices.get(office), posts.of(office), offices.successors(office))
                        .map(found -> page(found.getT1(), found.getT2(), found.getT3(), tenant.today())));
    }

    private static OfficePage page(Office office, List<HeldPost> posts, List<Office> successors, LocalDate today) {
        return new OfficePage(
                view(office),
                posts.stream().map(held -> PostView.of(held, today)).toList(),
                successors.stream()
                        .filter(other -> !other.id().equals(office.id()))
                        .map(OfficeController::view)
                        .toList());
    }
}
