package id.satuatap.core.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.netty.resources.LoopResources;
import reactor.netty.tcp.TcpClient;

class GatheringLoopsTest {

    private final LoopResources loops = LoopResources.create("uji", 1, true);
    private final Wire wire = new Wire();
    private ServerSocket server;
    private Socket far;
    private Channel near;

    @BeforeEach
    void connect() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        near = TcpClient.create()
                .runOn(new GatheringLoops(loops))
                .host("127.0.0.1")
                .port(server.getLocalPort())
                .connectNow()
                .channel();
        near.pipeline().addFirst(wire);
        far = server.accept();
        far.setSoTimeout(5_000);
    }

    @AfterEach
    void end() throws IOException {
        far.close();
        server.close();
        loops.disposeLater().block();
    }

    @Test
    void what_is_written_within_one_turn_of_the_loop_leaves_in_one_piece_and_in_order() throws Exception {
        near.eventLoop()
                .submit(() -> {
                    assertThat(send("begin").isSuccess()).isTrue();
                    send("query");
                })
                .sync();

        assertThat(received("beginquery".length())).isEqualTo("beginquery");
        assertThat(wire.sent).isEqualTo(1);
    }

    @Test
    void what_is_written_in_a_later_turn_is_sent_then() throws Exception {
        near.eventLoop().submit(() -> send("begin")).sync();
        assertThat(received("begin".length())).isEqualTo("begin");

        near.eventLoop().submit(() -> send("query")).sync();
        assertThat(received("query".length())).isEqualTo("query");
    }

    @Test
    void who_closes_sends_first_what_was_written() throws Exception {
        near.eventLoop()
                .submit(() -> {
                    send("terminate");
                    near.close();
                })
                .sync();

        assertThat(new String(far.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("terminate");
    }

    private ChannelFuture send(String text) {
        return near.writeAndFlush(Unpooled.copiedBuffer(text, StandardCharsets.UTF_8));
    }

    private String received(int bytes) throws IOException {
        return new String(far.getInputStream().readNBytes(bytes), StandardCharsets.UTF_8);
    }

    private static final class Wire extends ChannelOutboundHandlerAdapter {

        private volatile int sent;

        @Override
        public void flush(ChannelHandlerContext context) {
            sent++;
            context.flush();
        }
    }
}
