package id.satuatap.core.database;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import reactor.netty.resources.LoopResources;

/**
 * The event loops given, for connections that send in one piece what is written within one turn of their loop: BEGIN with the tenant, and
 * the first statement right behind it, are one packet and wake the database once.
 *
 * @see "Decision 0006"
 */
record GatheringLoops(LoopResources loops) implements LoopResources {

    @Override
    public EventLoopGroup onServer(boolean useNative) {
        return loops.onServer(useNative);
    }

    @Override
    public EventLoopGroup onClient(boolean useNative) {
        return loops.onClient(useNative);
    }

    @Override
    public <C extends Channel> Class<? extends C> onChannelClass(Class<C> type, EventLoopGroup group) {
        return loops.onChannelClass(type, group);
    }

    @Override
    public <C extends Channel> C onChannel(Class<C> type, EventLoopGroup group) {
        var channel = loops.onChannel(type, group);
        if (channel instanceof SocketChannel) {
            channel.pipeline().addLast(new Gathering());
        }
        return channel;
    }

    /** The driver waits for each message to be written before it writes the next: so it hears at once that it was, and the loop sends. */
    static final class Gathering extends ChannelOutboundHandlerAdapter {

        private boolean due;

        @Override
        public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
            // Should it fail, Netty closes the connection, and whoever waits for an answer hears.
            context.write(message);
            promise.trySuccess();
        }

        @Override
        public void flush(ChannelHandlerContext context) {
            if (!due) {
                due = true;
                context.executor().execute(() -> {
                    due = false;
                    context.flush();
                });
            }
        }

        @Override
        public void close(ChannelHandlerContext context, ChannelPromise promise) {
            context.flush();
            context.close(promise);
        }
    }
}
