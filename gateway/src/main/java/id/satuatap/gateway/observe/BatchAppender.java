package id.satuatap.gateway.observe;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import ch.qos.logback.core.encoder.Encoder;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Writes to standard output, every few milliseconds, what was logged since, in one piece: no request wakes a thread for its line, and no event loop
 * waits for whoever reads our output. When the queue is full, lines are dropped.
 */
public final class BatchAppender extends UnsynchronizedAppenderBase<ILoggingEvent> {

    private static final int LINES = 8192;
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final Duration LAST_LINES = Duration.ofSeconds(1);

    private final BlockingQueue<ILoggingEvent> waiting = new ArrayBlockingQueue<>(LINES);
    private final Thread writer = new Thread(this::write, "log");
    private @Nullable Encoder<ILoggingEvent> encoder;

    public void setEncoder(Encoder<ILoggingEvent> encoder) {
        this.encoder = encoder;
    }

    @Override
    public void start() {
        super.start();
        writer.setDaemon(true);
        writer.start();
    }

    @Override
    public void stop() {
        super.stop();
        LockSupport.unpark(writer);
        try {
            writer.join(LAST_LINES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    protected void append(ILoggingEvent event) {
        event.prepareForDeferredProcessing();
        waiting.offer(event);
    }

    private void write() {
        while (isStarted()) {
            LockSupport.parkNanos(PAUSE.toNanos());
            writeWaiting();
        }
        writeWaiting();
    }

    private void writeWaiting() {
        var events = new ArrayList<ILoggingEvent>();
        if (waiting.drainTo(events) == 0 || encoder == null) {
            return;
        }
        var lines = new ByteArrayOutputStream();
        for (var event : events) {
            lines.writeBytes(encoder.encode(event));
        }
        System.out.write(lines.toByteArray(), 0, lines.size());
        System.out.flush();
    }
}
