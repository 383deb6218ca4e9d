package id.satuatap.gateway.route;

import static org.springframework.cloud.gateway.support.RouteMetadataUtils.RESPONSE_TIMEOUT_ATTR;

import id.satuatap.gateway.Addresses;
import id.satuatap.gateway.edge.RequestContext;
import id.satuatap.gateway.edge.TrafficClass;
import java.net.URI;
import java.util.Locale;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One route for each traffic class. Nothing is ever sent twice: a part may have acted on what it did not answer. */
@Configuration(proxyBeanMethods = false)
class Routes {

    private static final long FOR_EVER = -1;

    @Bean
    RouteLocator routeLocator(RouteLocatorBuilder builder, Addresses addresses, Timeouts timeouts) {
        var routes = builder.routes();
        routes.route(
                "admin-slash",
                route -> route.path("/admin")
                        .and()
                        .predicate(exchange -> RequestContext.of(exchange).trafficClass() == TrafficClass.ADMIN)
                        .filters(filters -> filters.redirect(302, "/admin/"))
                        .uri(addresses.adminUrl()));
        for (var traffic : TrafficClass.values()) {
            routes.route(
                    traffic.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    route -> route.predicate(
                                    exchange -> RequestContext.of(exchange).trafficClass() == traffic)
                            .filters(filters -> filters.preserveHostHeader())
                            .metadata(RESPONSE_TIMEOUT_ATTR, responseTimeout(traffic, timeouts))
                            .uri(address(traffic, addresses)));
        }
        return routes.build();
    }

    private static long responseTimeout(TrafficClass traffic, Timeouts timeouts) {
        return switch (traffic) {
            case API, ADMIN, PAGES, IDENTITY -> timeouts.response().toMillis();
            case UPLOAD -> timeouts.upload().toMillis();
            case EVENTS, ADMIN_STREAM, PAGES_STREAM -> FOR_EVER;
        };
    }

    private static URI address(TrafficClass traffic, Addresses addresses) {
        return switch (traffic.part()) {
            case CORE -> addresses.coreUrl().getFirst(); // which one is chosen for each request
            case ADMIN -> addresses.adminUrl();
            case CITIZEN -> addresses.citizenUrl();
            case IDENTITY -> addresses.identityUrl();
        };
    }
}
