package id.satuatap.gateway.observe;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import ch.qos.logback.core.encoder.Encoder;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Writes to standard output, twenty times a second, what was logged since, in one piece: no request wakes a thread for its line, and no event loop
 * waits for whoever reads our output. While the queue is nearly full, only warnings and errors are taken; how many lines were dropped is told.
 */
public final class BatchAppender extends UnsynchronizedAppenderBase<ILoggingEvent> {

    private static final int LINES = 8192;
    private static final int FOR_WARNINGS = LINES / 5;
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final Duration LAST_LINES = Duration.ofSeconds(1);

    private final BlockingQueue<ILoggingEvent> waiting = new ArrayBlockingQueue<>(LINES);
    private final AtomicLong dropped = new AtomicLong();
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
        var isTaken =
                waiting.remainingCapacity() > FOR_WARNINGS || event.getLevel().isGreaterOrEqual(Level.WARN);
        if (!isTaken || !waiting.offer(event)) {
            dropped.incrementAndGet();
        }
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
        waiting.drainTo(events);
        var lines = new ByteArrayOutputStream();
        events.forEach(event -> encode(event, lines));
        var lost = dropped.getAndSet(0);
        if (lost > 0) {
            lines.writeBytes("{\"level\":\"WARN\",\"message\":\"%d log lines were dropped\"}\n"
                    .formatted(lost)
                    .getBytes(StandardCharsets.UTF_8));
        }
        if (lines.size() > 0) {
            System.out.write(lines.toByteArray(), 0, lines.size());
            System.out.flush();
        }
    }

    /** What cannot be written does not take along what can. */
    private void encode(ILoggingEvent event, ByteArrayOutputStream lines) {
        try {
            lines.writeBytes(Objects.requireNonNull(encoder).encode(event));
        } catch (RuntimeException e) {
            dropped.incrementAndGet();
            addError("A log line cannot be written", e);
        }
    }
}
