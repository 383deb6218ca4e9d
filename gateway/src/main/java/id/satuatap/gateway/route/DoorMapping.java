package id.satuatap.gateway.route;

import java.util.Map;
import java.util.Objects;
import org.springframework.cloud.gateway.config.GlobalCorsProperties;
import org.springframework.cloud.gateway.handler.FilteringWebHandler;
import org.springframework.cloud.gateway.handler.RoutePredicateHandlerMapping;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Takes the route by the name of the request's door, instead of asking each route whether it wants the request. */
@Component
class DoorMapping extends RoutePredicateHandlerMapping {

    private final Mono<Map<String, Route>> routes;

    DoorMapping(FilteringWebHandler handler, RouteLocator locator, GlobalCorsProperties cors, Environment environment) {
        super(handler, locator, cors, environment);
        this.routes =
                Mono.defer(() -> locator.getRoutes().collectMap(Route::getId)).cache();
    }

    @Override
    protected Mono<Route> lookupRoute(ServerWebExchange exchange) {
        return routes.map(byName -> Objects.requireNonNull(byName.get(Routes.name(exchange))));
    }
}
