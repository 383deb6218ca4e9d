package id.satuatap.gateway.route;

import java.util.List;
import java.util.Objects;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.cloud.gateway.config.HttpClientCustomizer;
import org.springframework.cloud.gateway.config.HttpClientFactory;
import org.springframework.cloud.gateway.config.HttpClientProperties;
import org.springframework.cloud.gateway.config.HttpClientSslConfigurer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;

/** How the gateway talks to the parts. */
@Configuration(proxyBeanMethods = false)
class OutgoingConnections {

    /** Reactor Netty repeats a request by itself when a kept connection turns out to be dead, a POST as well. Not here. */
    @Bean
    HttpClientCustomizer nothingTwice() {
        return client -> client.disableRetry(true);
    }

    /** As configured, but with the pool's connections dealt out among the event loops. */
    @Bean
    HttpClientFactory httpClientFactory(
            HttpClientProperties properties,
            ServerProperties server,
            HttpClientSslConfigurer tls,
            List<HttpClientCustomizer> customizers) {
        return new HttpClientFactory(properties, server, tls, customizers) {
            @Override
            protected ConnectionProvider buildConnectionProvider(HttpClientProperties settings) {
                var share = Math.ceilDiv(settings.getPool().getMaxConnections(), LoopResources.DEFAULT_IO_WORKER_COUNT);
                var pattern = super.buildConnectionProvider(settings);
                return new LoopPools(loop -> Objects.requireNonNull(pattern.mutate())
                        .name(settings.getPool().getName() + "-" + loop)
                        .maxConnections(share)
                        .build());
            }
        };
    }
}
