package id.satuatap.core.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.satuatap.core.document.inspection.Clamd;
import id.satuatap.core.document.inspection.ClamdProperties;
import id.satuatap.core.document.inspection.Inspection;
import id.satuatap.core.document.inspection.Mark;
import id.satuatap.core.shared.Unacceptable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.Flux;

class IntakeTest {

    private static final int NOBODY_LISTENS = 1;

    @TempDir
    private Path folder;

    static FileStore files(Path folder, Duration maxTime) {
        return new FileStore(new FileProperties(folder, DataSize.ofMegabytes(1), maxTime));
    }

    /** With the scanner at this host, if any; nobody listens there. */
    static Intake intake(FileStore files, @Nullable String scanner) {
        var clamd = new Clamd(new ClamdProperties(scanner, NOBODY_LISTENS, Duration.ofSeconds(30)));
        return new Intake(files, new Inspection(), clamd, new HeavyWork());
    }

    static Flux<DataBuffer> sent(byte[] content) {
        return Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(content));
    }

    @Test
    void without_a_scanner_a_file_is_kept_and_says_that_it_is_unchecked() {
        var received = receive(Samples.pdf(1), null);

        assertThat(received.condition().kept()).isTrue();
        assertThat(received.condition().notes()).containsExactly("unscanned");
        assertThat(received.sha256()).isEqualTo(received.sentSha256());
    }

    @Test
    void a_scanner_that_does_not_answer_means_quarantine() {
        var received = receive(Samples.pdf(1), "127.0.0.1");

        assertThat(received.condition().kept()).isFalse();
        assertThat(received.condition().notes()).containsExactly("scanner-away");
    }

    @Test
    void what_the_scanner_says_decides() {
        var now = Instant.now();
        var marks = Set.of(Mark.OLE_OBJECT);

        assertThat(Condition.of(Clamd.Verdict.CLEAN, marks, now).notes()).containsExactly("ole-object");
        assertThat(Condition.of(Clamd.Verdict.INFECTED, marks, now).kept()).isFalse();
        assertThat(Condition.of(Clamd.Verdict.INFECTED, marks, now).notes()).containsExactly("infected", "ole-object");
    }

    @Test
    void a_picture_is_made_anew_and_its_original_thrown_away() throws IOException {
        var received = receive(Samples.written(Samples.picture(8, 8), "gif"), null);

        assertThat(received.mediaType()).isEqualTo("image/png");
        assertThat(received.sha256()).isNotEqualTo(received.sentSha256());
        assertThat(left()).containsExactly(received.path());
    }

    @Test
    void what_is_refused_leaves_nothing() throws IOException {
        var broken = java.util.Arrays.copyOf(Samples.written(Samples.picture(64, 64), "png"), 70);

        assertThatThrownBy(() -> receive(broken, null)).isInstanceOf(Unacceptable.class);
        assertThatThrownBy(() -> receive(new byte[] {1, 2, 3}, null)).isInstanceOf(Unacceptable.class);

        assertThat(left()).isEmpty();
    }

    @Test
    void a_line_that_is_too_slow_is_told_so() throws IOException {
        var files = files(folder, Duration.ZERO);

        assertThatThrownBy(
                        () -> intake(files, null).receive(sent(Samples.pdf(1))).block())
                .isInstanceOfSatisfying(Unacceptable.class, refusal -> {
                    assertThat(refusal.reason()).isEqualTo(Unacceptable.Reason.TOO_SLOW);
                    assertThat(refusal.code()).isEqualTo("document.too-slow");
                });
        assertThat(left()).isEmpty();
    }

    private Received receive(byte[] content, @Nullable String scanner) {
        return intake(files(folder, Duration.ofMinutes(1)), scanner)
                .receive(sent(content))
                .block();
    }

    private java.util.List<Path> left() throws IOException {
        try (var all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
