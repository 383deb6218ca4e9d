package id.satuatap.gateway.route;

import org.springframework.cloud.gateway.config.HttpClientCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the gateway talks to the parts. */
@Configuration(proxyBeanMethods = false)
class OutgoingConnections {

    /** Reactor Netty repeats a request by itself when a kept connection turns out to be dead, a POST as well. Not here. */
    @Bean
    HttpClientCustomizer nothingTwice() {
        return client -> client.disableRetry(true);
    }
}
