package id.satuatap.core.access;

import id.satuatap.core.shared.Audience;
import id.satuatap.core.tenancy.Tenant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/**
 * Who is asking, and what that one may do here.
 *
 * @param account what the token says
 * @param tenant where; null on the bare host
 * @param standing who that is in this tenant, and what that one holds
 */
public record Actor(Account account, @Nullable Tenant tenant, Standing standing) {

    /** Attribute of the exchange that holds the actor, for filters around the access decision. */
    public static final String ATTRIBUTE = Actor.class.getName();

    private static final Object KEY = Actor.class;

    static Actor nobody(@Nullable Tenant tenant) {
        return new Actor(Account.NOBODY, tenant, Standing.NONE);
    }

    public boolean signedIn() {
        return !account.equals(Account.NOBODY);
    }

    public String subject() {
        return account.subject();
    }

    public @Nullable String name() {
        return account.name();
    }

    public @Nullable String email() {
        return account.email();
    }

    public boolean machine() {
        return account.machine();
    }

    public Set<Role> roles() {
        return standing.roles();
    }

    public Rights rights() {
        return standing.rights();
    }

    /** Keys of what is allowed at all. */
    public Set<String> permissions() {
        return rights().reaches().keySet();
    }

    /** Whether it is allowed somewhere in the tenant, or for what is the actor's own. */
    public boolean may(String permission) {
        return rights().allow(permission);
    }

    /** Whether it is allowed for this office. */
    public boolean may(String permission, UUID office) {
        return rights().allow(permission, office);
    }

    /** Whether an event, a document or a thing found is for this one's eyes. */
    public boolean belongsTo(Audience audience) {
        return switch (audience.kind()) {
            case PUBLIC -> true;
            case PERSON -> audience.name().equals(String.valueOf(standing.person()));
            case PERMISSION ->
                audience.office() == null ? may(audience.name()) : may(audience.name(), audience.office());
        };
    }

    /** The person in this tenant; a bug where nobody is signed in, or a request only reads. */
    public UUID person() {
        var person = standing.person();
        if (person == null) {
            throw new IllegalStateException("no person");
        }
        return person;
    }

    /** The tenant this is about; a bug when there is none, since permissions come with a tenant. */
    public Tenant tenantOrFail() {
        if (tenant == null) {
            throw new IllegalStateException("no tenant");
        }
        return tenant;
    }

    Actor known(UUID person) {
        return new Actor(account, tenant, standing.of(person));
    }

    /** The one who asks, in the present request. */
    public static Mono<Actor> current() {
        return Mono.deferContextual(context -> Mono.just(context.<Actor>get(KEY)));
    }

    Context into(Context context) {
        return context.put(KEY, this);
    }
}
