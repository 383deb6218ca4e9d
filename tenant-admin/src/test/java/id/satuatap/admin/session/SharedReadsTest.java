package id.satuatap.admin.session;

import static org.assertj.core.api.Assertions.assertThat;

import id.satuatap.admin.StandInCore;
import id.satuatap.servlet.core.People;
import id.satuatap.servlet.session.UserSession;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SharedReadsTest {

    private final AtomicInteger asked = new AtomicInteger();
    private StandInCore core;
    private SharedReads reads;

    @BeforeEach
    void start() throws Exception {
        core = new StandInCore();
        reads = new SharedReads(new People(SessionFixture.clientsOf(core.url())));
    }

    @AfterEach
    void stop() {
        core.close();
    }

    @Test
    void people_of_equal_right_get_one_answer_after_one_event() {
        assertThat(read(SessionFixture.assessorOf("bengkulu"), "event 1", "room"))
                .isEqualTo(1);
        assertThat(read(SessionFixture.assessorOf("bengkulu"), "event 1", "room"))
                .isEqualTo(1);
    }

    @Test
    void another_event_question_tenant_or_right_gets_an_answer_of_its_own() {
        var first = SessionFixture.assessorOf("bengkulu");
        assertThat(read(first, "event 1", "room")).isEqualTo(1);
        assertThat(read(first, "event 2", "room")).isEqualTo(2);
        assertThat(read(first, "event 1", "list")).isEqualTo(3);
        assertThat(read(SessionFixture.assessorOf("jatim"), "event 1", "room")).isEqualTo(4);

        core.role = "province-overseer";
        assertThat(read(SessionFixture.assessorOf("bengkulu"), "event 1", "room"))
                .isEqualTo(5);
    }

    private int read(UserSession session, String event, String what) {
        return session.during(() -> reads.after(event, what, asked::incrementAndGet));
    }
}
