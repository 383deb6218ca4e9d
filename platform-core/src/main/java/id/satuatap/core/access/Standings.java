package id.satuatap.core.access;

import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import id.satuatap.core.database.CurrentTenant;
import id.satuatap.core.database.TenantId;
import id.satuatap.core.tenancy.Tenant;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Remembers standings for at most five seconds: with tokens of 60 seconds, a right that ended is gone within the minute. */
@Component
public class Standings {

    /** The operator is no member of any tenant. */
    private static final StoredStanding OPERATOR = new StoredStanding(
            null, false, Set.of(), List.of(new PermissionTable.Held(Role.PLATFORM_OPERATOR, null, Set.of())));

    private record Key(@Nullable TenantId tenant, LocalDate today, Account account) {}

    private final Memberships memberships;
    private final Persons persons;
    private final PermissionTable table;
    private final AsyncLoadingCache<Key, Standing> remembered;

    Standings(Memberships memberships, Persons persons, PermissionTable table) {
        this.memberships = memberships;
        this.persons = persons;
        this.table = table;
        this.remembered = Caffeine.newBuilder()
                .expireAfterWrite(Duration.ofSeconds(5))
                .maximumSize(50_000)
                .buildAsync((key, executor) -> load(key).toFuture());
    }

    Mono<Standing> of(@Nullable Tenant tenant, Account account) {
        return Mono.fromFuture(() -> remembered.get(key(tenant, account)), true);
    }

    /** The actor, with a row of that one's own in this tenant from now on; with the name and the address of today. */
    public Mono<Actor> known(Actor actor) {
        var tenant = actor.tenantOrFail();
        if (actor.standing().fresh()) {
            return Mono.just(actor);
        }
        return persons.known(actor.account())
                .doOnNext(person -> remembered.synchronous().invalidate(key(tenant, actor.account())))
                .map(actor::known)
                .contextWrite(context -> CurrentTenant.put(context, tenant.tenantId()));
    }

    /** Forgets the standings in the present tenant: once a change of them is committed, never before. */
    public Mono<Void> forgetHere() {
        return CurrentTenant.get()
                .doOnNext(tenant ->
                        remembered.synchronous().asMap().keySet().removeIf(key -> tenant.equals(key.tenant())))
                .then();
    }

    private static Key key(@Nullable Tenant tenant, Account account) {
        return tenant == null
                ? new Key(null, LocalDate.EPOCH, account)
                : new Key(tenant.tenantId(), tenant.today(), account);
    }

    private Mono<Standing> load(Key key) {
        var tenant = key.tenant();
        return tenant == null
                ? memberships.isOperator(key.account()).map(operator -> operator ? standing(OPERATOR) : Standing.NONE)
                : memberships
                        .stored(key.account(), key.today())
                        .map(this::standing)
                        .contextWrite(context -> CurrentTenant.put(context, tenant));
    }

    private Standing standing(StoredStanding stored) {
        var roles = stored.held().stream().map(PermissionTable.Held::role).collect(Collectors.toUnmodifiableSet());
        return new Standing(stored.person(), stored.fresh(), roles, table.rights(stored.held()), stored.posts());
    }
}
