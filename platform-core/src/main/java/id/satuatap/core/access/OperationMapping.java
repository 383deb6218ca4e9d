package id.satuatap.core.access;

import org.springframework.boot.webflux.autoconfigure.WebFluxRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Looks the operation of a request up once: what {@link AccessFilter} has checked is what Spring then calls, whatever came in between.
 */
class OperationMapping extends RequestMappingHandlerMapping {

    private static final String FOUND = OperationMapping.class.getName();

    @Override
    public Mono<Object> getHandler(ServerWebExchange exchange) {
        return Mono.justOrEmpty(exchange.<Object>getAttribute(FOUND))
                .switchIfEmpty(Mono.defer(() -> super.getHandler(exchange))
                        .doOnNext(found -> exchange.getAttributes().put(FOUND, found)));
    }

    @Configuration(proxyBeanMethods = false)
    static class Registration {

        @Bean
        WebFluxRegistrations operationMapping() {
            return new WebFluxRegistrations() {
                @Override
                public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
                    return new OperationMapping();
                }
            };
        }
    }
}
