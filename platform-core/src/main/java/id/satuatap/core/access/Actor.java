package id.satuatap.core.access;

import id.satuatap.core.tenancy.Tenant;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/**
 * Who is asking, and what that one may do here.
 *
 * @param subject id of the account, or of the machine client; {@link #NOBODY} when nobody is signed in
 * @param email the verified address; null when there is none
 * @param tenant where; null on the bare host
 */
public record Actor(
        String subject,
        @Nullable String name,
        @Nullable String email,
        String issuer,
        boolean machine,
        @Nullable Tenant tenant,
        Set<Role> roles) {

    /** The subject of a caller who is not signed in. */
    public static final String NOBODY = "";

    /** Attribute of the exchange that holds the actor, for filters around the access decision. */
    public static final String ATTRIBUTE = Actor.class.getName();

    private static final Object KEY = Actor.class;

    static Actor nobody(@Nullable Tenant tenant) {
        return new Actor(NOBODY, null, null, "", false, tenant, Set.of());
    }

    public boolean signedIn() {
        return !subject.equals(NOBODY);
    }

    public Set<Permission> permissions() {
        return roles.stream()
                .map(Role::permissions)
                .flatMap(Collection::stream)
                .collect(Collectors.toUnmodifiableSet());
    }

    public boolean may(Permission permission) {
        return permissions().contains(permission);
    }

    /** The tenant this is about; a bug when there is none, since permissions come with a tenant. */
    public Tenant tenantOrFail() {
        if (tenant == null) {
            throw new IllegalStateException("no tenant");
        }
        return tenant;
    }

    /** The one who asks, in the present request. */
    public static Mono<Actor> current() {
        return Mono.deferContextual(context -> Mono.just(context.<Actor>get(KEY)));
    }

    Context into(Context context) {
        return context.put(KEY, this);
    }
}
