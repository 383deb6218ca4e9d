package id.satuatap.gateway.route;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection whose reader takes nothing of what waits for it. Each such reader holds a connection to the part
 * behind, and the answer with it, for as long as he likes. Costs nothing while readers keep up.
 */
final class SlowReaders extends ChannelInboundHandlerAdapter {

    static final String NAME = "satuatap.slowReaders";

    private final Duration patience;
    private @Nullable Future<?> check;

    SlowReaders(Duration patience) {
        this.patience = patience;
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) throws Exception {
        cancel();
        if (!context.channel().isWritable()) {
            checkLater(context, waiting(context));
        }
        super.channelWritabilityChanged(context);
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

    @SuppressWarnings("FutureReturnValueIgnored") // the closing is noticed by whoever uses the channel
    private void checkLater(ChannelHandlerContext context, long before) {
        check = context.executor()
                .schedule(
                        () -> {
                            var now = waiting(context);
                            if (now >= before) {
                                context.close();
                            } else {
                                checkLater(context, now);
                            }
                        },
                        patience.toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    private void cancel() {
        var running = check;
        if (running != null) {
            running.cancel(false);
        }
        check = null;
    }

    /** How much must be taken until the channel is writable again. */
    private static long waiting(ChannelHandlerContext context) {
        return context.channel().bytesBeforeWritable();
    }
}
