package id.satuatap.core.access;

import id.satuatap.core.shared.Page;
import id.satuatap.core.tenancy.Tenant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/roles")
class RoleController {

    /**
     * A role, and what it may do.
     *
     * @param reach how far each permission reaches, by its key
     */
    record RoleView(Role role, Map<String, Scope> reach) {}

    private final PermissionTable table;

    RoleController(PermissionTable table) {
        this.table = table;
    }

    /** The roles that this government can give, and what each may do: the same table that is enforced. */
    @SignedIn
    @GetMapping
    Mono<Page<RoleView>> list() {
        return Actor.current().map(actor -> Page.whole(roles(actor.tenant())));
    }

    private List<RoleView> roles(@Nullable Tenant tenant) {
        return Arrays.stream(Role.values())
                .filter(role -> role.official() && (ofProvince(tenant) || !role.ofProvince()))
                .map(role -> new RoleView(role, table.reachOf(role)))
                .toList();
    }

    private static boolean ofProvince(@Nullable Tenant tenant) {
        return tenant == null || tenant.kind() == Tenant.Kind.PROVINCE;
    }
}
