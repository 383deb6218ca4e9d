package id.satuatap.admin.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import id.satuatap.admin.StandInCore;
import id.satuatap.admin.session.SessionFixture;
import id.satuatap.admin.shared.Zones;
import id.satuatap.servlet.Addresses;
import id.satuatap.servlet.page.PagePolicy;
import id.satuatap.servlet.page.ScreenBasics;
import id.satuatap.servlet.session.UserSession;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScreenRulesTest {

    private final UI ui = new UI(); // the current one is held weakly
    private StandInCore core;

    @BeforeEach
    void open() throws Exception {
        core = new StandInCore();
        UI.setCurrent(ui);
    }

    @AfterEach
    void close() {
        UI.setCurrent(null);
        core.close();
    }

    @Test
    void a_screen_lives_in_the_time_zone_that_core_names() {
        enter(SessionFixture.assessorOf("konawe"));

        assertThat(Zones.current()).isEqualTo(ZoneId.of("Asia/Makassar"));
    }

    @Test
    void nothing_known_of_the_government_keeps_no_screen_from_opening() {
        core.refuseWith = 503;

        enter(SessionFixture.assessorOf("konawe"));

        assertThat(Zones.current()).isEqualTo(Zones.WESTERN);
    }

    private void enter(UserSession session) {
        var rules = new ScreenRules(
                SessionFixture.peopleOf(core.url()),
                SessionFixture.tenantsOf(core.url()),
                new Failures(),
                new ScreenBasics(new PagePolicy(new Addresses(core.url(), core.url(), core.url(), core.url()))));
        session.during(() -> {
            rules.setClock(ui);
            return true;
        });
    }
}
