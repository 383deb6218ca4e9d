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
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The index as it stands, how the last step moved it, what the next would; values by domain and aspect; history. */
final class ScorePanel extends Aside {

    private static final int SHOWN = 20;

    private final Instrument instrument;
    private final Div figure = new Div();
    private final Paragraph next = new Paragraph();
    private final Div parts = new Div();
    private final Div history = new Div();

    ScorePanel(Instrument instrument) {
        this.instrument = instrument;
        setId("score");
        addClassName("admin-score");
        getElement().setAttribute("aria-label", getTranslation("score.title"));
        figure.setId("score-figure");
        figure.getElement().setAttribute("role", "status");
        next.setId("score-next");
        next.addClassName("sa-source");
        history.setId("history");
        add(new H2(getTranslation("score.title")), figure, next, parts, history);
    }

    /** {@code before} is null where nothing was changed yet. */
    void show(@Nullable Score before, Score now, int total) {
        var formats = Formats.current();
        figure.removeAll();
        var index = new Span(formats.index(now.index()));
        index.setId("score-index");
        index.addClassName("sa-figure");
        var hasMoved = before != null && shown(before).compareTo(shown(now)) != 0;
        if (before != null && hasMoved) {
            var old = new Span(formats.index(before.index()) + " → ");
            old.setId("score-before");
            old.addClassName("admin-score-before");
            figure.add(old);
        }
        figure.add(index);
        if (before != null && hasMoved) {
            var change = new Span(formats.change(shown(now).subtract(shown(before))));
            change.setId("score-change");
            change.addClassName("admin-score-change");
            figure.add(change);
        }
        figure.add(verdict(now, total));
        parts.removeAll();
        parts.add(values(now));
    }

    /** As it is read, so that the change is the difference of the two figures beside it. */
    private static BigDecimal shown(Score score) {
        return score.index().setScale(2, RoundingMode.HALF_UP);
    }

    private Component verdict(Score score, int total) {
        if (score.complete()) {
            return Predicates.badge(score.predicate());
        }
        var missing = new Span(getTranslation("score.missing", score.missing().size(), total));
        missing.setId("score-missing");
        missing.addClassName("sa-source");
        return missing;
    }

    void showNext(int level, @Nullable Score then) {
        next.setVisible(then != null);
        if (then != null) {
            next.setText(getTranslation("score.next", Formats.current().index(then.index()), level));
        }
    }

    private Component values(Score score) {
        var formats = Formats.current();
        var table = Table.scrolling("score-parts", getTranslation("score.parts"))
                .head(getTranslation("score.part"), "#" + getTranslation("score.value"));
        for (var domain : instrument.domains()) {
            // Some instruments have one domain that stands for the whole.
            if (instrument.domains().size() > 1) {
                var row = table.row(
                        Table.text(domain.name()), Table.text(formats.index(value(score.domains(), domain.code()))));
                row.addClassName("admin-strong");
                Table.number(row, 1);
            }
            for (var aspect : domain.aspects()) {
                var row = table.row(
                        Table.text(aspect.name()), Table.text(formats.index(value(score.aspects(), aspect.code()))));
                row.addClassName("admin-indent");
                Table.number(row, 1);
            }
        }
        return table;
    }

    private static @Nullable BigDecimal value(Map<String, BigDecimal> values, String code) {
        return values.get(code);
    }

    void showHistory(@Nullable List<Earlier> earlier) {
        history.removeAll();
        history.add(new H2(getTranslation("history.title")));
        var steps = Objects.requireNonNullElse(earlier, List.<Earlier>of());
        if (steps.isEmpty()) {
            history.add(new Paragraph(getTranslation("history.none")));
        }
        for (int place = 0; place < Math.min(steps.size(), SHOWN); place++) {
            history.add(line(steps.get(place), place + 1 < steps.size() ? steps.get(place + 1) : null));
        }
    }

    private Paragraph line(Earlier step, @Nullable Earlier before) {
        var words = before != null && Objects.equals(before.level(), step.level())
                ? getTranslation("history.text-changed")
                : step.level() == null
                        ? getTranslation("indicator.no-level")
                        : getTranslation("indicator.level", LevelValue.text(step.level(), getLocale()));
        var parts = Stream.of(Formats.current().dateTime(step.at()), words, step.by());
        var line = new Paragraph(parts.filter(Objects::nonNull).collect(Collectors.joining(" · ")));
        line.addClassName("sa-source");
        return line;
    }
}
