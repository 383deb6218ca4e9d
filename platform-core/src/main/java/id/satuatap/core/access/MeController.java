package id.satuatap.core.access;

import id.satuatap.core.tenancy.Tenant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/me")
class MeController {

    record Me(
            String subject,
            @Nullable String name,
            boolean machine,
            @Nullable Place tenant,
            List<Role> roles,
            List<String> permissions) {}

    record Place(String slug, String name, Tenant.Kind kind, boolean simulated) {}

    /** Who I am here, and what I may do here. */
    @SignedIn
    @GetMapping
    Mono<Me> me() {
        return Actor.current()
                .map(actor -> new Me(
                        actor.subject(),
                        actor.name(),
                        actor.machine(),
                        place(actor.tenant()),
                        actor.roles().isEmpty()
                                ? List.of(Role.CITIZEN)
                                : actor.roles().stream().sorted().toList(),
                        actor.permissions().stream().sorted().toList()));
    }

    private static @Nullable Place place(@Nullable Tenant tenant) {
        return tenant == null ? null : new Place(tenant.slug(), tenant.name(), tenant.kind(), tenant.simulated());
    }
}
