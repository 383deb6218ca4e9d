package id.satuatap.core.spbe.assessment;

import id.satuatap.core.access.Actor;
import id.satuatap.core.access.Requires;
import id.satuatap.core.shared.RuleBroken;
import id.satuatap.core.tenancy.Tenant;
import id.satuatap.core.tenancy.Tenants;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/spbe/assessments/{assessment}/sharing")
class SharingController {

    private final Sharing sharing;
    private final Tenants tenants;

    SharingController(Sharing sharing, Tenants tenants) {
        this.sharing = sharing;
        this.tenants = tenants;
    }

    /** Gives the province a copy of the figures as they are now. Not handing in to the ministry, and not announcing. */
    @Requires(AssessmentPermissions.SHARE)
    @PostMapping
    Mono<Sharing.Receipt> share(
            @PathVariable UUID assessment,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        return Actor.current()
                .flatMap(actor -> province(actor.tenantOrFail()))
                .flatMap(province -> sharing.share(assessment, province, key));
    }

    private Mono<Tenant> province(Tenant regency) {
        return regency.parentId() == null
                ? Mono.error(() -> new RuleBroken("sharing.no-province"))
                : tenants.get(regency.parentId());
    }
}
