package id.satuatap.gateway.route;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.flush.FlushConsolidationHandler;

/**
 * Lets an answer's headers leave with the first piece of its body. Reactor Netty begins with the body only when the headers are written; so it hears at once that they are,
 * and what one turn of the event loop writes is sent at its end.
 */
final class OnePacket extends FlushConsolidationHandler {

    static final String NAME = "satuatap.onePacket";

    private boolean ended;

    OnePacket() {
        super(DEFAULT_EXPLICIT_FLUSH_AFTER_FLUSHES, true);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
        ended |= message instanceof LastHttpContent;
        if (message instanceof HttpResponse && !(message instanceof FullHttpResponse)) {
            context.write(message); // should it fail, the body fails as well
            promise.trySuccess();
        } else {
            super.write(context, message, promise);
        }
    }

    @Override
    public void flush(ChannelHandlerContext context) throws Exception {
        if (ended) {
            ended = false;
            context.flush();
        } else {
            super.flush(context);
        }
    }
}
