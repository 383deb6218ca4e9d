package id.satuatap.gateway.route;

import io.netty.channel.ChannelPipeline;
import java.time.Duration;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.netty.NettyPipeline;

/** What a caller may do with a connection before there is a request we could refuse. */
@Configuration(proxyBeanMethods = false)
class IncomingConnections {

    private static final Duration LINGER = Duration.ofSeconds(2);

    @Bean
    NettyServerCustomizer patience(Timeouts timeouts) {
        return server -> server.readTimeout(timeouts.body()).doOnChannelInit((observer, channel, remote) -> {
            if (channel.pipeline().get(NettyPipeline.HttpCodec) != null) {
                guard(channel.pipeline(), timeouts);
            }
        });
    }

    private static void guard(ChannelPipeline pipeline, Timeouts timeouts) {
        var codec = NettyPipeline.HttpCodec;
        pipeline.addAfter(codec, MalformedChunkedBody.NAME, new MalformedChunkedBody())
                .addAfter(codec, SlowReadTimeout.NAME, new SlowReadTimeout(timeouts.body()))
                .addAfter(
                        codec,
                        RequestHeaderTimeout.NAME,
                        new RequestHeaderTimeout(timeouts.headers(), timeouts.keepAlive()))
                .addAfter(codec, LingeringClose.NAME, new LingeringClose(LINGER));
    }
}
