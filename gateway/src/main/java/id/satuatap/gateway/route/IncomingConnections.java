package id.satuatap.gateway.route;

import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.netty.NettyPipeline;

/** How long a caller may keep a connection without using it. */
@Configuration(proxyBeanMethods = false)
class IncomingConnections {

    @Bean
    NettyServerCustomizer noSlowCallers(Times times) {
        return server -> server.readTimeout(times.body()).doOnChannelInit((observer, channel, remote) -> {
            if (channel.pipeline().get(NettyPipeline.HttpCodec) != null) {
                channel.pipeline()
                        .addAfter(
                                NettyPipeline.HttpCodec,
                                HeaderDeadline.NAME,
                                new HeaderDeadline(times.headers(), times.keepAlive()));
            }
        });
    }
}
