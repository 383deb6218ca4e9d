package id.satuatap.gateway.route;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import reactor.netty.NettyPipeline;

/**
 * Closes a connection on which no complete request header arrives in time (slowloris). An idle time-out would not do: a caller that sends one byte every few seconds is never idle,
 * and a few thousand of them are all it takes.
 */
final class RequestHeaderTimeout extends ChannelDuplexHandler {

    static final String NAME = "satuatap.requestHeaderTimeout";

    private final Duration first;
    private final Duration next;
    private @Nullable Future<?> deadline;
    private boolean informational;

    RequestHeaderTimeout(Duration first, Duration next) {
        this.first = first;
        this.next = next;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) throws Exception {
        closeAfter(context, first);
        super.channelActive(context);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        if (message instanceof HttpRequest) {
            cancel();
        }
        super.channelRead(context, message);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
        if (message instanceof HttpResponse response) {
            informational = response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
            if (response.status().equals(HttpResponseStatus.SWITCHING_PROTOCOLS)) {
                becomeWebSocket(context.pipeline());
            }
        }
        if (message instanceof LastHttpContent && !informational) {
            closeAfter(context, next);
        }
        super.write(context, message, promise);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        cancel();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) throws Exception {
        cancel();
        super.channelInactive(context);
    }

    /** A WebSocket may be silent. Reactor Netty forgets to take its read time-out away. */
    private void becomeWebSocket(ChannelPipeline pipeline) {
        pipeline.remove(this);
        if (pipeline.get(NettyPipeline.ReadTimeoutHandler) != null) {
            pipeline.remove(NettyPipeline.ReadTimeoutHandler);
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the closing is noticed by whoever uses the channel
    private void closeAfter(ChannelHandlerContext context, Duration patience) {
        cancel();
        deadline = context.executor().schedule((Runnable) context::close, patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void cancel() {
        var running = deadline;
        if (running != null) {
            running.cancel(false);
        }
        deadline = null;
    }
}
