package id.satuatap.core.audit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import id.satuatap.core.access.Actor;
import id.satuatap.core.access.Standings;
import id.satuatap.core.database.CurrentTenant;
import id.satuatap.core.shared.BadInput;
import id.satuatap.core.shared.BusinessException;
import id.satuatap.core.shared.NotFound;
import id.satuatap.core.tenancy.Tenant;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Records what was refused to whom, in the tenant it was tried in: at most thirty a minute for one person, so that nobody can fill it up. */
@Component
@Order(-10) // around the access decision
class RefusalFilter implements WebFilter {

    private static final Logger LOG = LoggerFactory.getLogger(RefusalFilter.class);
    private static final int MOST_PER_MINUTE = 30;
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private record Who(Object tenant, String subject) {}

    private final AuditTrail trail;
    private final Standings standings;
    private final JsonMapper json;
    private final Cache<Who, AtomicInteger> counts = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofMinutes(1))
            .maximumSize(10_000)
            .build();

    RefusalFilter(AuditTrail trail, Standings standings, JsonMapper json) {
        this.trail = trail;
        this.standings = standings;
        this.json = json;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return chain.filter(exchange)
                .onErrorResume(
                        BusinessException.class,
                        refusal -> record(exchange, refusal).then(Mono.error(refusal)));
    }

    private Mono<Void> record(ServerWebExchange exchange, BusinessException refusal) {
        if (refusal instanceof BadInput
                || refusal instanceof NotFound missing && missing.isAnswer()
                || !(exchange.getAttribute(Actor.ATTRIBUTE) instanceof Actor actor)
                || !actor.signedIn()
                || !(actor.tenant() instanceof Tenant tenant)
                || !underCap(new Who(tenant.id(), actor.subject()))) {
            return Mono.empty();
        }
        var request = exchange.getRequest();
        var pattern = String.valueOf(exchange.<Object>getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
        return standings
                .known(actor)
                .map(known -> Entry.refusal(
                        refusal.code(), known.person(), request.getMethod() + " " + pattern, ids(exchange)))
                .flatMap(trail::append)
                .contextWrite(context -> CurrentTenant.put(context, tenant.tenantId()))
                .onErrorResume(failed -> {
                    LOG.warn("a refusal was not recorded: {}", failed.toString());
                    return Mono.empty();
                });
    }

    /** Which things the request named: ids only, for a path can also hold a secret code. */
    private String ids(ServerWebExchange exchange) {
        var named = exchange.<Map<String, String>>getAttributeOrDefault(
                HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, Map.of());
        var ids = new TreeMap<String, String>();
        named.forEach((name, value) -> {
            if (ID.matcher(value).matches()) {
                ids.put(name, value);
            }
        });
        return json.writeValueAsString(ids);
    }

    private boolean underCap(Who who) {
        return counts.get(who, first -> new AtomicInteger()).incrementAndGet() <= MOST_PER_MINUTE;
    }
}
