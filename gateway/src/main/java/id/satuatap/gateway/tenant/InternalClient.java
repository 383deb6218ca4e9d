package id.satuatap.gateway.tenant;

import io.netty.channel.ChannelOption;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/** The client for the gateway's own questions. It shares no connection with what it passes on, so a flood cannot silence it. */
@Configuration(proxyBeanMethods = false)
class InternalClient {

    private static final int LARGEST_ANSWER = 8 * 1024 * 1024;

    @Bean
    WebClient internalWebClient() {
        var connections = ConnectionProvider.builder("internal")
                .maxConnections(8)
                .pendingAcquireTimeout(Duration.ofSeconds(2))
                .maxIdleTime(Duration.ofSeconds(10))
                .build();
        var client = HttpClient.create(connections)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, 2000)
                .responseTimeout(Duration.ofSeconds(3));
        return WebClient.builder()
                .clientConnector(new ReactorClientHttpConnector(client))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(LARGEST_ANSWER))
                .build();
    }
}
