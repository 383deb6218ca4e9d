package id.satuatap.admin.spbe;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.NotFoundException;
import id.satuatap.admin.shared.Buttons;
import id.satuatap.admin.spbe.AssessmentClient.Assessment;
import id.satuatap.admin.spbe.AssessmentClient.Row;
import id.satuatap.servlet.session.Person;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What belongs to the assessment, whichever indicator is open: list at the left, answer in the middle, index at the right. */
final class AssessmentPage extends Div {

    private final Assessing assessing;
    private final Assessment assessment;
    private final Instrument instrument;
    private final boolean readOnly;
    private final Map<Integer, Row> rows = new HashMap<>();
    private final IndicatorList list;
    private final ScorePanel scores;
    private final Section middle = new Section();
    private Score score;
    private @Nullable IndicatorEditor editor;

    AssessmentPage(Assessing assessing, String id, Person person) {
        this.assessing = assessing;
        this.assessment = assessing.get(id);
        this.instrument = assessing.instrument(assessment);
        this.score = assessment.score();
        this.readOnly = !person.may("assessment:answer");
        list = new IndicatorList(id, instrument);
        scores = new ScorePanel(instrument);
        assessing.rows(id).forEach(this::update);
        middle.setId("answer");
        middle.addClassName("admin-answer");
        var toggle = Buttons.small("indicators-toggle", getTranslation("indicator.list"), list::toggle);
        toggle.addClassName("admin-list-toggle");
        var columns = new Div(list, middle, scores);
        columns.addClassName("admin-three");
        add(new AssessmentHeader(assessing, assessment, instrument, person), toggle, columns, new Keys(this::pressed));
    }

    boolean isOf(String id) {
        return assessment.id().equals(id);
    }

    void show(int no) {
        var indicator = instrument.indicator(no);
        if (indicator == null) {
            throw new NotFoundException();
        }
        var opened = new IndicatorEditor(this, assessing, indicator);
        editor = opened;
        middle.removeAll();
        middle.add(opened);
        list.select(no);
        scores.show(null, score, assessment.total());
    }

    String title() {
        return editor == null ? "" : getTranslation("indicator.page-title", editor.no());
    }

    Assessment assessment() {
        return assessment;
    }

    Instrument instrument() {
        return instrument;
    }

    boolean isReadOnly() {
        return readOnly;
    }

    Score score() {
        return score;
    }

    ScorePanel scores() {
        return scores;
    }

    Row row(int no) {
        return rows.getOrDefault(no, new Row(no, null, 0, false));
    }

    void update(Row row) {
        rows.put(row.no(), row);
        list.show(row);
    }

    /** After a save: what the index was when the indicator was opened, and what it is now. */
    void moved(Score before, Score now) {
        score = now;
        scores.show(before, now, assessment.total());
    }

    /** All levels as they are, but one. */
    Map<Integer, BigDecimal> levelsWith(int no, int level) {
        var levels = new HashMap<Integer, BigDecimal>();
        rows.values().forEach(row -> {
            var given = row.level();
            if (given != null) {
                levels.put(row.no(), given);
            }
        });
        levels.put(no, BigDecimal.valueOf(level));
        return levels;
    }

    /** Goes to the indicator that many places on, if there is one. */
    void go(int from, int places) {
        instrument
                .beside(from, places)
                .ifPresent(next -> UI.getCurrentOrThrow().navigate(IndicatorView.path(assessment.id(), next.no())));
    }

    boolean hasNeighbour(int from, int places) {
        return instrument.beside(from, places).isPresent();
    }

    private void pressed(String key) {
        var open = editor;
        if (open != null) {
            switch (key) {
                case "j" -> go(open.no(), 1);
                case "k" -> go(open.no(), -1);
                case "?" -> new KeyboardHelpDialog().open();
                default -> open.choose(Integer.parseInt(key));
            }
        }
    }
}
