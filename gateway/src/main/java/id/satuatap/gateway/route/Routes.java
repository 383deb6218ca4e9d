package id.satuatap.gateway.route;

import static org.springframework.cloud.gateway.support.RouteMetadataUtils.RESPONSE_TIMEOUT_ATTR;

import id.satuatap.gateway.Addresses;
import id.satuatap.gateway.edge.Door;
import id.satuatap.gateway.edge.Visit;
import java.net.URI;
import java.util.Locale;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.server.ServerWebExchange;

/** One route for each door, found by its name ({@link DoorMapping}). Nothing is ever sent twice: a part may have acted on what it did not answer. */
@Configuration(proxyBeanMethods = false)
class Routes {

    private static final long FOR_EVER = -1;
    private static final String ADMIN_SLASH = "admin-slash";

    @Bean
    RouteLocator doors(RouteLocatorBuilder builder, Addresses addresses, Times times) {
        var routes = builder.routes();
        routes.route(
                ADMIN_SLASH,
                route -> route.alwaysTrue()
                        .filters(filters -> filters.redirect(302, "/admin/"))
                        .uri(addresses.adminUrl()));
        for (var door : Door.values()) {
            routes.route(
                    name(door),
                    route -> route.alwaysTrue()
                            .filters(filters -> filters.preserveHostHeader())
                            .metadata(RESPONSE_TIMEOUT_ATTR, patience(door, times))
                            .uri(address(door, addresses)));
        }
        return routes.build();
    }

    /** Which route a request takes. */
    static String name(ServerWebExchange exchange) {
        var visit = Visit.of(exchange);
        return visit.door() == Door.ADMIN && visit.path().equals("/admin") ? ADMIN_SLASH : name(visit.door());
    }

    private static String name(Door door) {
        return door.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static long patience(Door door, Times times) {
        return switch (door) {
            case API, ADMIN, PAGES, IDENTITY -> times.response().toMillis();
            case UPLOAD -> times.upload().toMillis();
            case EVENTS, ADMIN_STREAM, PAGES_STREAM -> FOR_EVER;
        };
    }

    private static URI address(Door door, Addresses addresses) {
        return switch (door.part()) {
            case CORE -> addresses.coreUrl().getFirst(); // which one is chosen for each request
            case ADMIN -> addresses.adminUrl();
            case CITIZEN -> addresses.citizenUrl();
            case IDENTITY -> addresses.identityUrl();
        };
    }
}
