package id.satuatap.gateway.observe;

import id.satuatap.gateway.Addresses;
import id.satuatap.gateway.core.CoreInstances;
import java.net.URI;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.boot.health.contributor.CompositeReactiveHealthContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/** Asks each part how it is and says so under its name. */
@Configuration(proxyBeanMethods = false)
class PartHealth {

    @Bean
    CompositeReactiveHealthContributor parts(WebClient internalWebClient, Addresses addresses, CoreInstances cores) {
        return CompositeReactiveHealthContributor.fromMap(Map.of(
                "platform-core", part(internalWebClient, cores::next, "/actuator/health"),
                "tenant-admin", part(internalWebClient, addresses::adminUrl, "/admin/actuator/health"),
                "citizen-ui", part(internalWebClient, addresses::citizenUrl, "/actuator/health"),
                "identity", part(internalWebClient, addresses::identityUrl, "/actuator/health")));
    }

    private static ReactiveHealthIndicator part(WebClient client, Supplier<URI> address, String path) {
        return () -> client.get()
                .uri(address.get().resolve(path))
                .exchangeToMono(answer -> answer.releaseBody().thenReturn(answer.statusCode()))
                .map(status -> (status.is2xxSuccessful() ? Health.up() : Health.down())
                        .withDetail("status", status.value())
                        .build())
                .onErrorResume(error -> Mono.just(Health.down()
                        .withDetail("error", error.getClass().getSimpleName())
                        .build()));
    }
}
