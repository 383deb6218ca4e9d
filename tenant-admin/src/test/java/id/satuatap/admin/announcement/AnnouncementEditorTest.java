package id.satuatap.admin.announcement;

import static id.satuatap.admin.announcement.AnnouncementsAtCore.FIRST;
import static id.satuatap.admin.announcement.AnnouncementsAtCore.ID;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.DeploymentConfiguration;
import com.vaadin.flow.server.VaadinSession;
import id.satuatap.admin.StandInCore;
import id.satuatap.admin.announcement.AnnouncementClient.State;
import id.satuatap.admin.session.SessionFixture;
import id.satuatap.admin.shared.AskDialog;
import id.satuatap.admin.shared.Zones;
import id.satuatap.servlet.page.Languages;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of what is typed when two people are at one announcement; no browser. */
class AnnouncementEditorTest {

    private static final String MINE = "Loket pindah ke lantai dua";
    private static final String THEIRS = "Loket pindah ke aula";

    private final UI ui = new UI(); // the current one is held weakly
    private final AnnouncementsAtCore core = new AnnouncementsAtCore();
    private final List<String> done = new ArrayList<>();

    @BeforeEach
    void open() {
        ui.getInternals().setSession(new OneScreen());
        ui.setLocale(Languages.INDONESIAN);
        UI.setCurrent(ui);
    }

    @AfterEach
    void close() {
        UI.setCurrent(null);
    }

    @Test
    void what_is_typed_stays_when_somebody_else_was_faster_and_is_saved_over_it_when_sent_again() {
        var editor = editing(MINE);
        core.changes(THEIRS);

        save();

        assertThat(title().getValue()).isEqualTo(MINE);
        assertThat(notice()).contains("announcement.stale", THEIRS, "announcement.keep-mine");
        assertThat(editor.hasTyped()).isTrue();
        assertThat(core.saved.title()).isEqualTo(THEIRS);
        assertThat(done).isEmpty();

        save();

        assertThat(core.saved.title()).isEqualTo(MINE);
        assertThat(done).hasSize(1);
        assertThat(editor.hasTyped()).isFalse();
    }

    @Test
    void what_the_other_saved_can_be_taken_instead() {
        var editor = editing(MINE);
        core.changes(THEIRS);
        save();

        press("announcement-take-theirs");

        assertThat(title().getValue()).isEqualTo(THEIRS);
        assertThat(editor.heading()).isEqualTo(THEIRS);
        assertThat(editor.hasTyped()).isFalse();
        assertThat(notice()).isEmpty();
    }

    @Test
    void what_is_typed_into_one_that_was_withdrawn_stays_and_becomes_a_new_one_if_wanted() {
        var editor = editing(MINE);
        core.withdraws();

        save();

        assertThat(title().getValue()).isEqualTo(MINE);
        assertThat(notice()).contains("announcement.stale.withdrawn", FIRST.title(), "announcement.keep-as-new");
        assertThat(editor.hasTyped()).isTrue();
        assertThat(find("announcement-publish")).isEmpty();

        press("announcement-make-new");
        save();

        assertThat(core.published).containsExactly(AnnouncementsAtCore.titled(FIRST, MINE));
        assertThat(core.saved.state()).isEqualTo(State.WITHDRAWN);
        assertThat(done).hasSize(1);
    }

    @Test
    void withdrawing_what_somebody_else_changed_shows_that_first() {
        editing(null);
        core.changes(THEIRS);

        withdraw();

        assertThat(core.saved.state()).isEqualTo(State.CURRENT);
        assertThat(title().getValue()).isEqualTo(THEIRS);
        assertThat(notice()).contains("announcement.overtaken");

        withdraw();

        assertThat(core.saved.state()).isEqualTo(State.WITHDRAWN);
        assertThat(done).hasSize(1);
    }

    @Test
    void withdrawing_what_somebody_else_changed_keeps_what_is_typed() {
        var editor = editing(MINE);
        core.changes(THEIRS);

        withdraw();

        assertThat(core.saved.state()).isEqualTo(State.CURRENT);
        assertThat(title().getValue()).isEqualTo(MINE);
        assertThat(notice()).contains("announcement.stale", THEIRS);
        assertThat(editor.hasTyped()).isTrue();
    }

    @Test
    void withdrawing_what_was_withdrawn_already_says_so() {
        editing(null);
        core.withdraws();

        withdraw();

        assertThat(notice()).contains("announcement.overtaken.withdrawn");
        assertThat(title().isReadOnly()).isTrue();
        assertThat(find("announcement-withdraw")).isEmpty();
        assertThat(done).isEmpty();
    }

    @Test
    void a_refusal_for_another_reason_is_told_where_it_was_asked() {
        editing(MINE);
        core.refuseWith = 409;

        save();

        assertThat(dialog().isOpened()).isTrue();
        assertThat(text(dialog())).contains("Kalimat test.refused.");
        assertThat(title().getValue()).isEqualTo(MINE);
        assertThat(notice()).isEmpty();
    }

    @Test
    void a_new_one_is_empty_whatever_was_open_before() throws IOException {
        core.withdraws();
        try (var platform = new StandInCore()) {
            var view = new AnnouncementEditorView(core, SessionFixture.peopleOf(platform.url()));

            var opened = SessionFixture.assessorOf("rembang").during(() -> {
                view.open(ID);
                return view.open("baru");
            });
            ui.add(opened);

            assertThat(title().getValue()).isEmpty();
            assertThat(title().isReadOnly()).isFalse();
            assertThat(view.getPageTitle()).contains("announcement.new");
            assertThat(find("announcement-withdraw")).isEmpty();
            assertThat(find("announcement-publish")).isPresent();
            assertThat(notice()).isEmpty();
        }
    }

    /** Where it is already tomorrow, and where it is still yesterday: one of them is another day than in Jakarta. */
    @ParameterizedTest
    @ValueSource(strings = {"Pacific/Kiritimati", "Etc/GMT+12"})
    void the_first_day_is_the_governments_today(String zone) {
        Zones.keep(ui, ZoneId.of(zone));

        ui.add(new AnnouncementEditor(core, List.of(), null, done::add));

        var today = LocalDate.now(ZoneId.of(zone));
        assertThat(day("announcement-validFrom").getValue()).isEqualTo(today);
        assertThat(day("announcement-validTo").getMin()).isEqualTo(today);
    }

    private AnnouncementEditor editing(@Nullable String typed) {
        var editor = new AnnouncementEditor(core, List.of(), core.saved, done::add);
        ui.add(editor);
        if (typed != null) {
            title().setValue(typed);
        }
        return editor;
    }

    private void save() {
        press("announcement-publish");
        dialog().confirm().click();
    }

    private void withdraw() {
        press("announcement-withdraw");
        dialog().confirm().click();
    }

    private void press(String id) {
        ((Button) find(id).orElseThrow()).click();
    }

    private TextField title() {
        return (TextField) find("announcement-title").orElseThrow();
    }

    private DatePicker day(String id) {
        return (DatePicker) find(id).orElseThrow();
    }

    private String notice() {
        return text(find("announcement-notice").orElseThrow());
    }

    /** The one that was opened last. */
    private AskDialog dialog() {
        ui.getInternals().getStateTree().runExecutionsBeforeClientResponse();
        return all(ui).stream()
                .filter(AskDialog.class::isInstance)
                .map(AskDialog.class::cast)
                .reduce((before, last) -> last)
                .orElseThrow();
    }

    private Optional<Component> find(String id) {
        return all(ui).stream()
                .filter(part -> id.equals(part.getId().orElse(null)))
                .findFirst();
    }

    /** Dialogs are put onto the screen only within a session. */
    private static final class OneScreen extends VaadinSession {

        private static final long serialVersionUID = 1;

        OneScreen() {
            super(null);
        }

        @Override
        public void checkHasLock() {
            // nobody else is here
        }

        @Override
        public @Nullable DeploymentConfiguration getConfiguration() {
            return null;
        }
    }

    private static String text(Component part) {
        return part.getElement().getTextRecursively();
    }

    private static List<Component> all(Component within) {
        var found = new ArrayList<Component>(List.of(within));
        within.getChildren().forEach(child -> found.addAll(all(child)));
        return found;
    }
}
