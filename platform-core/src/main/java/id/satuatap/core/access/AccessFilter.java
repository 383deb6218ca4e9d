package id.satuatap.core.access;

import id.satuatap.core.database.CurrentTenant;
import id.satuatap.core.outbox.Origin;
import id.satuatap.core.shared.Forbidden;
import id.satuatap.core.shared.NotFound;
import id.satuatap.core.shared.ProblemHandler;
import id.satuatap.core.shared.Unauthenticated;
import id.satuatap.core.tenancy.Tenant;
import id.satuatap.core.tenancy.Tenants;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Decides each request of the API before anything else happens: which tenant is meant, who asks, whether that one may. The tenant
 * in the header is a wish; membership decides. Then tenant and actor travel on in the Reactor context.
 */
@Component
@Order(0) // after Spring Security's filter chain (-100)
class AccessFilter implements WebFilter {

    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final RequestMappingHandlerMapping operations;
    private final Tenants tenants;
    private final Standings standings;
    private final PermissionTable table;

    AccessFilter(
            RequestMappingHandlerMapping requestMappingHandlerMapping,
            Tenants tenants,
            Standings standings,
            PermissionTable table) {
        this.operations = requestMappingHandlerMapping;
        this.tenants = tenants;
        this.standings = standings;
        this.table = table;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (exchange.getRequest().getMethod().equals(HttpMethod.OPTIONS)) {
            return Mono.error(() -> new MethodNotAllowedException(HttpMethod.OPTIONS, List.of()));
        }
        if (forOperators(exchange)) {
            return chain.filter(exchange);
        }
        return Mono.zip(operation(exchange), tenant(exchange), token())
                .flatMap(asked -> actor(
                                asked.getT2().orElse(null), asked.getT3().orElse(null))
                        .doOnNext(actor -> exchange.getAttributes().put(Actor.ATTRIBUTE, actor))
                        .doOnNext(actor -> check(actor, asked.getT1())))
                .flatMap(actor -> known(exchange, actor))
                .flatMap(actor -> proceed(exchange, chain, actor));
    }

    /**
     * Health and metrics, which only the inside can reach. Compares the decoded segment, as routing does: everything that is not
     * surely this is decided by its operation, however its path is written.
     */
    private static boolean forOperators(ServerWebExchange exchange) {
        return exchange.getRequest().getPath().pathWithinApplication().elements().stream()
                .filter(PathContainer.PathSegment.class::isInstance)
                .map(PathContainer.PathSegment.class::cast)
                .findFirst()
                .filter(first -> first.valueToMatch().equals("actuator"))
                .isPresent();
    }

    private Mono<OperationRule> operation(ServerWebExchange exchange) {
        return operations
                .getHandler(exchange)
                .switchIfEmpty(Mono.error(() -> new NotFound("path.unknown")))
                .map(handler -> OperationRule.of((HandlerMethod) handler));
    }

    private Mono<Optional<Tenant>> tenant(ServerWebExchange exchange) {
        return TenantHeader.slug(exchange.getRequest().getHeaders())
                .flatMap(tenants::get)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty());
    }

    private static Mono<Optional<Jwt>> token() {
        return ReactiveSecurityContextHolder.getContext()
                .mapNotNull(context -> context.getAuthentication() instanceof JwtAuthenticationToken signedIn
                        ? signedIn.getToken()
                        : null)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty());
    }

    private Mono<Actor> actor(@Nullable Tenant tenant, @Nullable Jwt token) {
        if (token == null) {
            return Mono.just(Actor.nobody(tenant));
        }
        var account = Account.of(token);
        return standings.of(tenant, account).map(standing -> new Actor(account, tenant, standing));
    }

    /** Who changes something here has a row here: what was changed is kept with its id. */
    private Mono<Actor> known(ServerWebExchange exchange, Actor actor) {
        var reads = SAFE.contains(exchange.getRequest().getMethod());
        return reads || !actor.signedIn() || actor.tenant() == null
                ? Mono.just(actor)
                : standings
                        .known(actor)
                        .doOnNext(known -> exchange.getAttributes().put(Actor.ATTRIBUTE, known));
    }

    private void check(Actor actor, OperationRule operation) {
        var tenant = actor.tenant();
        if (tenant != null && tenant.state() == Tenant.State.SUSPENDED && !operation.evenSuspended()) {
            throw new Forbidden("tenant.suspended", tenant.name());
        }
        if (actor.machine() && tenant != null && actor.roles().isEmpty()) {
            throw new Forbidden("access.not-a-member"); // a machine is never a citizen
        }
        if (operation.open()) {
            return;
        }
        if (!actor.signedIn()) {
            throw new Unauthenticated("access.sign-in");
        }
        var needed = operation.permission();
        if (needed != null && !actor.may(table.get(needed).key())) {
            throw new Forbidden(actor.roles().isEmpty() ? "access.not-a-member" : "access.denied");
        }
    }

    private static Mono<Void> proceed(ServerWebExchange exchange, WebFilterChain chain, Actor actor) {
        if (actor.tenant() != null) {
            exchange.getAttributes().put(ProblemHandler.TENANT, actor.tenant().slug());
        }
        exchange.getResponse().getHeaders().add(HttpHeaders.VARY, TenantHeader.NAME);
        var tenant = actor.tenant();
        return chain.filter(exchange)
                .contextWrite(actor::into)
                .contextWrite(origin(exchange, actor)::into)
                .contextWrite(context ->
                        tenant == null ? CurrentTenant.none(context) : CurrentTenant.put(context, tenant.tenantId()));
    }

    private static Origin origin(ServerWebExchange exchange, Actor actor) {
        return new Origin(
                actor.standing().person(), exchange.getRequest().getHeaders().getFirst("X-Request-Id"));
    }
}
