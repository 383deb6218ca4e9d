package id.satuatap.gateway.route;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.ReferenceCountUtil;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Lets a sender who is refused in the midst of his body hear why. To close a connection on which something still arrives resets it, and
 * takes the answer from the sender that was on its way to him. So our side is closed first, and what arrives is thrown away for a moment.
 */
final class LingeringClose extends ChannelDuplexHandler {

    static final String NAME = "satuatap.lingeringClose";

    private final Duration linger;
    private boolean receiving;
    private boolean ending;

    LingeringClose(Duration linger) {
        this.linger = linger;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        if (message instanceof HttpRequest) {
            receiving = true;
        }
        if (message instanceof LastHttpContent) {
            receiving = false;
        }
        if (!ending) {
            super.channelRead(context, message);
            return;
        }
        ReferenceCountUtil.release(message);
        if (!receiving) {
            end(context);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) throws Exception {
        super.channelReadComplete(context);
        if (ending) {
            context.read();
        }
    }

    @Override
    public void close(ChannelHandlerContext context, ChannelPromise promise) throws Exception {
        if (!receiving
                || ending
                || !(context.channel() instanceof DuplexChannel channel)
                || !channel.isActive()
                || context.pipeline().get(SslHandler.class) != null) {
            super.close(context, promise);
            return;
        }
        ending = true;
        context.flush();
        context.channel().closeFuture().addListener(closed -> promise.trySuccess());
        channel.shutdownOutput().addListener(closed -> context.read());
        context.executor().schedule(() -> end(context), linger.toMillis(), TimeUnit.MILLISECONDS);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the closing is noticed by whoever uses the channel
    private static void end(ChannelHandlerContext context) {
        context.close();
    }
}
