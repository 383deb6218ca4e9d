package id.satuatap.admin.session;

import static org.assertj.core.api.Assertions.assertThat;

import id.satuatap.admin.StandInCore;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CoreEventsTest {

    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private StandInCore core;

    @BeforeEach
    void start() throws Exception {
        core = new StandInCore();
    }

    @AfterEach
    void stop() {
        core.close();
    }

    @Test
    void a_screen_hears_what_happens_and_is_connected_again_when_core_ends_the_stream() throws Exception {
        var registration = subscribed();
        assertThat(next()).isEqualTo("connected");

        core.happened("spbe.shared");
        assertThat(next()).isEqualTo("spbe.shared");

        core.endStreams();
        assertThat(next()).isEqualTo("connected");

        registration.remove();
        assertThat(core.calls).extracting(call -> call.header("x-satu-tenant")).containsOnly("bengkulu");
    }

    @Test
    void a_screen_that_is_gone_hears_nothing_more() throws Exception {
        var registration = subscribed();
        assertThat(next()).isEqualTo("connected");

        registration.remove();
        core.endStreams();

        assertThat(heard.poll(1500, TimeUnit.MILLISECONDS)).isNull();
        assertThat(core.calls).hasSize(1);
    }

    private com.vaadin.flow.shared.Registration subscribed() throws InterruptedException {
        var events = new CoreEvents(SessionFixture.clientsOf(core.url()));
        var registration = SessionFixture.assessorOf("bengkulu")
                .during(() -> events.subscribe(new CoreEvents.Listener() {
                    @Override
                    public void happened(String kind) {
                        heard.add(kind);
                    }

                    @Override
                    public void connected() {
                        heard.add("connected");
                    }

                    @Override
                    public void disconnected() {
                        heard.add("disconnected");
                    }
                }));
        core.awaitListener();
        return registration;
    }

    private String next() throws InterruptedException {
        return heard.poll(10, TimeUnit.SECONDS);
    }
}
