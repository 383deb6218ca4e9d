package id.satuatap.gateway.route;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Closes a connection whose reader takes nothing of what waits for it (a slow read attack). Each such reader holds a connection to the part
 * behind, and the answer with it, for as long as he likes.
 */
final class SlowReadTimeout extends IdleStateHandler {

    static final String NAME = "satuatap.slowReadTimeout";

    SlowReadTimeout(Duration patience) {
        super(true, 0, patience.toMillis(), 0, TimeUnit.MILLISECONDS);
    }

    /** The first event after a write tells only that none was finished since; the second, that not a byte went out in between. */
    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // the closing is noticed by whoever uses the channel
    protected void channelIdle(ChannelHandlerContext context, IdleStateEvent event) {
        if (!event.isFirst() && !context.channel().isWritable()) {
            context.close();
        }
    }
}
