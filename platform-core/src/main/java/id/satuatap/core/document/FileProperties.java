package id.satuatap.core.document;

import id.satuatap.core.shared.Unacceptable;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;
import reactor.core.publisher.Flux;

/**
 * Where files are kept, and what is too much.
 *
 * @param folder made when it is missing
 * @param maxSize of one file
 * @param maxTime for one file to arrive; below the gateway's, so that who sends it hears that the line was too slow
 */
@Validated
@ConfigurationProperties("satuatap.files")
record FileProperties(
        @NotNull Path folder,
        @DefaultValue("25MB") DataSize maxSize,
        @DefaultValue("9m") Duration maxTime) {

    /** The same bytes, until they are too many or take too long. */
    Flux<DataBuffer> limited(Flux<DataBuffer> content) {
        return Flux.defer(() -> {
            var received = new AtomicLong();
            var began = System.nanoTime();
            return content.map(buffer -> {
                try {
                    check(received.addAndGet(buffer.readableByteCount()), Duration.ofNanos(System.nanoTime() - began));
                    return buffer;
                } catch (Unacceptable refused) {
                    DataBufferUtils.release(buffer);
                    throw refused;
                }
            });
        });
    }

    private void check(long size, Duration taken) {
        if (size > maxSize.toBytes()) {
            throw new Unacceptable(Unacceptable.Reason.TOO_LARGE, "document.too-large", maxSize.toMegabytes());
        }
        if (taken.compareTo(maxTime) > 0) {
            throw new Unacceptable(Unacceptable.Reason.TOO_SLOW, "document.too-slow", maxTime.toMinutes());
        }
    }
}
