package id.satuatap.gateway.route;

import java.time.Duration;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.netty.NettyPipeline;

/** What a caller may do with a connection before there is a request we could refuse. */
@Configuration(proxyBeanMethods = false)
class IncomingConnections {

    private static final Duration MOMENT = Duration.ofSeconds(2);

    @Bean
    NettyServerCustomizer patience(Times times) {
        return server -> server.readTimeout(times.body()).doOnChannelInit((observer, channel, remote) -> {
            var pipeline = channel.pipeline();
            if (pipeline.get(NettyPipeline.HttpCodec) != null) {
                pipeline.addAfter(NettyPipeline.HttpCodec, OnePacket.NAME, new OnePacket());
                pipeline.addAfter(NettyPipeline.HttpCodec, BrokenBodies.NAME, new BrokenBodies());
                pipeline.addAfter(NettyPipeline.HttpCodec, SlowReaders.NAME, new SlowReaders(times.body()));
                pipeline.addAfter(
                        NettyPipeline.HttpCodec,
                        HeaderDeadline.NAME,
                        new HeaderDeadline(times.headers(), times.keepAlive()));
                pipeline.addAfter(NettyPipeline.HttpCodec, LastWords.NAME, new LastWords(MOMENT));
            }
        });
    }
}
