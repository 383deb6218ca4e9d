package id.satuatap.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Two instances of core behind one gateway. */
class CoreInstancesTest {

    private static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);

    private static Upstream second;
    private static Stage stage;

    @BeforeAll
    static void open() {
        second = new Upstream("second");
        second.tenants(Stage.TENANTS);
        stage = new Stage(true, "--satuatap.core-url={core},http://127.0.0.1:" + second.port());
    }

    @AfterAll
    static void close() {
        stage.close();
        second.close();
    }

    @BeforeEach
    void calm() {
        stage.calm();
        second.calm();
        second.forget();
        Stage.until(() -> answers(4).containsAll(List.of("core", "second")));
    }

    @Test
    void they_are_asked_in_turn() {
        assertThat(answers(10)).filteredOn("core"::equals).hasSizeBetween(4, 6); // the gateway asks, too
    }

    @Test
    void one_that_is_not_ready_is_asked_no_more_and_later_again() {
        second.ready("DOWN");

        Stage.until(() -> !answers(4).contains("second"));
        assertThat(answers(10)).containsOnly("core");

        second.ready("UP");
        Stage.until(() -> answers(4).contains("second"));
    }

    @Test
    void when_none_is_ready_they_are_asked_all_the_same() {
        stage.core.ready("DOWN");
        second.ready("DOWN");

        assertThat(answers(10)).contains("core", "second");
    }

    @Test
    void one_that_is_busy_is_better_than_one_that_ends() {
        stage.core.ready("DOWN");
        second.ready("OUT_OF_SERVICE");

        Stage.until(() -> !answers(4).contains("second"));
        assertThat(answers(10)).containsOnly("core");
    }

    @Test
    void what_could_not_be_sent_to_one_is_sent_to_the_other_whatever_the_method() {
        second.stop();

        var answers = IntStream.range(0, 10)
                .mapToObj(number -> stage.call("POST", "rembang.localhost", "/api/v1/x", Flux.just(BODY)))
                .toList();

        assertThat(answers)
                .allMatch(answer -> answer.status() == 200 && answer.body().equals("core"));
        assertThat(stage.core.wholeRequests()).isGreaterThanOrEqualTo(10);
    }

    @Test
    void what_one_may_have_acted_on_is_never_sent_to_the_other() {
        var asked = new AtomicInteger();
        Stream.of(stage.core, second)
                .forEach(part -> part.answers((request, response) -> {
                    asked.incrementAndGet();
                    return request.receive()
                            .then(Mono.fromRunnable(() -> request.withConnection(connection -> connection.dispose())));
                }));

        var answer = stage.call("POST", "rembang.localhost", "/api/v1/x", Flux.just(BODY));

        assertThat(answer.status()).isEqualTo(502);
        assertThat(asked).hasValue(1);
    }

    @Test
    void when_no_instance_is_there_the_caller_is_told_to_come_back() {
        stage.core.stop();
        second.stop();

        var answer = stage.call("POST", "rembang.localhost", "/api/v1/x", Flux.just(BODY));

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("5");
    }

    private static List<String> answers(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> stage.get("rembang.localhost", "/api/v1/me").body())
                .toList();
    }
}
