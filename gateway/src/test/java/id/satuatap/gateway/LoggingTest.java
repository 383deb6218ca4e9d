package id.satuatap.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class LoggingTest {

    private final Logger log = LoggerFactory.getLogger(LoggingTest.class);

    LoggingTest() {
        Stage.shared(); // sets up logging as in production
    }

    @Test
    void what_cannot_be_written_does_not_take_along_what_can(CapturedOutput output) {
        log.info("before");
        log.atInfo().addKeyValue("key", new Unspeakable()).log("broken");
        log.info("after");

        Stage.until(() -> output.getOut().contains("\"after\""));
        assertThat(output.getOut()).contains("\"before\"");
    }

    @Test
    void in_a_flood_no_warning_is_lost(CapturedOutput output) {
        IntStream.range(0, 20_000).forEach(line -> {
            log.info("flood");
            if (line % 10 == 0) {
                log.warn("warning {}", line);
            }
        });

        Stage.until(() -> output.getOut().contains("\"warning 19990\""));
        assertThat(output.getOut().lines().filter(line -> line.contains("\"warning ")))
                .hasSize(2000);
    }

    private static final class Unspeakable {

        @Override
        public String toString() {
            throw new IllegalStateException("not to be written");
        }
    }
}
