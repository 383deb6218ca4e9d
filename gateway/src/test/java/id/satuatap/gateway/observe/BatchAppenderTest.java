package id.satuatap.gateway.observe;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.encoder.EncoderBase;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class BatchAppenderTest {

    private final LoggerContext context = new LoggerContext();
    private final BatchAppender appender = new BatchAppender();

    BatchAppenderTest() {
        context.setMDCAdapter(new LogbackMDCAdapter());
        appender.setContext(context);
        appender.setEncoder(new Plain());
    }

    @Test
    void what_cannot_be_written_does_not_take_along_what_can(CapturedOutput output) {
        appender.start();

        log(Level.INFO, "before");
        log(Level.INFO, "broken");
        log(Level.INFO, "after");
        appender.stop();

        assertThat(output).contains("before", "after", "1 log lines were dropped");
    }

    @Test
    void in_a_flood_warnings_are_kept_and_what_is_lost_is_told(CapturedOutput output) {
        appender.start();

        IntStream.range(0, 200_000).forEach(line -> log(Level.INFO, "flood"));
        log(Level.WARN, "a warning");
        appender.stop();

        assertThat(output).contains("a warning").containsPattern("[0-9]+ log lines were dropped");
    }

    private void log(Level level, String message) {
        var event = new LoggingEvent("", context.getLogger("uji"), level, message, null, null);
        appender.doAppend(event);
    }

    private static final class Plain extends EncoderBase<ILoggingEvent> {

        @Override
        public byte[] headerBytes() {
            return new byte[0];
        }

        @Override
        public byte[] encode(ILoggingEvent event) {
            if (event.getMessage().equals("broken")) {
                throw new IllegalStateException("broken");
            }
            return (event.getMessage() + "\n").getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public byte[] footerBytes() {
            return new byte[0];
        }
    }
}
