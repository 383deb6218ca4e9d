package id.satuatap.gateway.route;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.ReferenceCountUtil;

/**
 * Cuts the connection when a chunked body cannot be read on. Reactor Netty would end the body there as if it were whole, and the part behind would keep half a file.
 */
final class MalformedChunkedBody extends ChannelDuplexHandler {

    static final String NAME = "satuatap.malformedChunkedBody";

    private boolean answering;

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        if (message instanceof HttpRequest) {
            answering = false;
        } else if (message instanceof HttpContent content
                && content.decoderResult().isFailure()) {
            ReferenceCountUtil.release(message);
            cut(context);
            return;
        }
        super.channelRead(context, message);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
        if (message instanceof HttpResponse response) {
            answering = response.status().codeClass() != HttpStatusClass.INFORMATIONAL;
        }
        super.write(context, message, promise);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the closing is noticed by whoever uses the channel
    private void cut(ChannelHandlerContext context) {
        if (answering) {
            context.close();
            return;
        }
        var refusal = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1, HttpResponseStatus.BAD_REQUEST, Unpooled.EMPTY_BUFFER);
        refusal.headers()
                .set(HttpHeaderNames.CONTENT_LENGTH, 0)
                .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        context.writeAndFlush(refusal).addListener(ChannelFutureListener.CLOSE);
    }
}
