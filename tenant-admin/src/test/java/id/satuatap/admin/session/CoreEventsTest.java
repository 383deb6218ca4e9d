package id.satuatap.admin.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.shared.Registration;
import id.satuatap.admin.StandInCore;
import id.satuatap.servlet.session.UserSession;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CoreEventsTest {

    private final UserSession session = SessionFixture.assessorOf("bengkulu");
    private StandInCore core;
    private CoreEvents events;

    @BeforeEach
    void start() throws Exception {
        core = new StandInCore();
        events = new CoreEvents(SessionFixture.clientsOf(core.url()));
    }

    @AfterEach
    void stop() {
        core.close();
    }

    @Test
    void a_screen_hears_what_it_waits_for_and_is_connected_again_when_core_ends_the_stream() throws Exception {
        var screen = new Heard();
        var registration = subscribed(screen, "spbe.shared");
        assertThat(screen.next()).isEqualTo("connected");

        core.happened("spbe.answer");
        core.happened("spbe.shared");
        assertThat(screen.next()).isEqualTo("happened 2");

        core.endStreams();
        assertThat(screen.next()).isEqualTo("connected");

        registration.remove();
        assertThat(core.calls).extracting(call -> call.header("x-satu-tenant")).containsOnly("bengkulu");
    }

    @Test
    void all_screens_of_a_session_share_one_stream() throws Exception {
        var one = new Heard();
        var other = new Heard();
        subscribed(one, "spbe.shared");
        var second = subscribed(other, "spbe.answer");
        assertThat(one.next()).isEqualTo("connected");
        assertThat(other.next()).isEqualTo("connected");

        core.happened("spbe.answer");
        core.happened("spbe.shared");
        assertThat(one.next()).isEqualTo("happened 2");
        assertThat(other.next()).isEqualTo("happened 1");

        second.remove();
        core.happened("spbe.shared");
        assertThat(one.next()).as("the stream stays for the one that is left").isEqualTo("happened 3");
        assertThat(core.calls).hasSize(1);
    }

    @Test
    void events_that_come_together_are_told_together() throws Exception {
        var screen = new Heard();
        subscribed(screen, "spbe.shared");
        assertThat(screen.next()).isEqualTo("connected");

        for (int number = 0; number < 20; number++) {
            core.happened("spbe.shared");
        }

        var told = 0;
        String last;
        do {
            last = screen.next();
            told++;
        } while (!"happened 20".equals(last));
        assertThat(told).isLessThan(20);
    }

    @Test
    void a_screen_that_is_gone_hears_nothing_more_and_the_stream_ends_with_the_last() throws Exception {
        var screen = new Heard();
        var registration = subscribed(screen, "spbe.shared");
        assertThat(screen.next()).isEqualTo("connected");

        registration.remove();
        core.endStreams();
        var next = new Heard();
        subscribed(next, "spbe.shared");

        assertThat(next.next()).isEqualTo("connected");
        assertThat(heardAtLast(next, "spbe.shared")).startsWith("happened");
        assertThat(screen.queue).isEmpty();
        assertThat(core.calls).as("one for each time that somebody listened").hasSize(2);
    }

    /** The stream of before may still be open for a moment and take an event with it: so it happens again until it is heard. */
    private String heardAtLast(Heard screen, String name) throws Exception {
        String heard = null;
        for (int times = 0; heard == null && times < 30; times++) {
            core.happened(name);
            heard = screen.queue.poll(1, TimeUnit.SECONDS);
        }
        return heard;
    }

    private Registration subscribed(Heard screen, String name) throws InterruptedException {
        var registration = session.during(() -> events.subscribe(Set.of(name), screen));
        core.awaitListener();
        return registration;
    }

    private static final class Heard implements CoreEvents.Listener {

        private final BlockingQueue<String> queue = new LinkedBlockingQueue<>();

        @Override
        public void happened(String event) {
            queue.add("happened " + event);
        }

        @Override
        public void connected() {
            queue.add("connected");
        }

        @Override
        public void disconnected() {
            queue.add("disconnected");
        }

        String next() throws InterruptedException {
            return queue.poll(30, TimeUnit.SECONDS);
        }
    }
}
