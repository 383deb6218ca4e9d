package id.satuatap.admin.spbe;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import id.satuatap.admin.shared.Formats;
import id.satuatap.admin.shared.Predicates;
import id.satuatap.admin.shared.Table;
import id.satuatap.admin.spbe.AssessmentClient.Earlier;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The index as it stands, how the last step moved it, what the next would; values by domain and aspect; history. */
final class ScorePanel extends Aside {

    private final Instrument instrument;
    private final Div figure = new Div();
    private final Paragraph next = new Paragraph();
    private final Div parts = new Div();
    private final ScoreHistory history = new ScoreHistory();

    ScorePanel(Instrument instrument) {
        this.instrument = instrument;
        setId("score");
        addClassName("admin-score");
        getElement().setAttribute("aria-label", getTranslation("score.title"));
        figure.setId("score-figure");
        figure.getElement().setAttribute("role", "status");
        next.setId("score-next");
        next.addClassName("sa-source");
        add(new H2(getTranslation("score.title")), figure, next, parts, history);
    }

    /** {@code before} is null where nothing was changed yet. */
    void show(@Nullable Score before, Score now, int total) {
        var formats = Formats.current();
        figure.removeAll();
        var index = span("score-index", "sa-figure", formats.index(now.index()));
        if (before == null || shown(before).compareTo(shown(now)) == 0) {
            figure.add(index);
        } else {
            figure.add(
                    span("score-before", "admin-score-before", formats.index(before.index()) + " → "),
                    index,
                    span(
                            "score-change",
                            "admin-score-change",
                            formats.change(shown(now).subtract(shown(before)))));
        }
        figure.add(verdict(now, total));
        parts.removeAll();
        parts.add(values(now));
    }

    private static Span span(String id, String style, String text) {
        var span = new Span(text);
        span.setId(id);
        span.addClassName(style);
        return span;
    }

    /** As it is read, so that the change is the difference of the two figures beside it. */
    private static BigDecimal shown(Score score) {
        return score.index().setScale(2, RoundingMode.HALF_UP);
    }

    private Component verdict(Score score, int total) {
        if (score.complete()) {
            return Predicates.badge(score.predicate());
        }
        return span(
                "score-missing",
                "sa-source",
                getTranslation("score.missing", score.missing().size(), total));
    }

    void showNext(int level, @Nullable Score then) {
        next.setVisible(then != null);
        if (then != null) {
            next.setText(getTranslation("score.next", Formats.current().index(then.index()), level));
        }
    }

    private Component values(Score score) {
        var table = Table.scrolling("score-parts", getTranslation("score.parts"))
                .head(getTranslation("score.part"), "#" + getTranslation("score.value"));
        for (var domain : instrument.domains()) {
            // Some instruments have one domain that stands for the whole.
            if (instrument.domains().size() > 1) {
                value(table, domain.name(), score.domains().get(domain.code()), "admin-strong");
            }
            for (var aspect : domain.aspects()) {
                value(table, aspect.name(), score.aspects().get(aspect.code()), "admin-indent");
            }
        }
        return table;
    }

    private static void value(Table table, String name, @Nullable BigDecimal value, String style) {
        var row = table.row(Table.text(name), Table.text(Formats.current().index(value)));
        row.addClassName(style);
        Table.number(row, 1);
    }

    void showHistory(@Nullable List<Earlier> earlier) {
        history.show(earlier);
    }
}
