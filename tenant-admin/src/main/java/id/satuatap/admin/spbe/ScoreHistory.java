package id.satuatap.admin.spbe;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import id.satuatap.admin.shared.Formats;
import id.satuatap.admin.spbe.AssessmentClient.Earlier;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How the answer to an indicator came about, the newest step first. */
final class ScoreHistory extends Div {

    private static final int SHOWN = 20;

    ScoreHistory() {
        setId("history");
    }

    void show(@Nullable List<Earlier> earlier) {
        removeAll();
        add(new H2(getTranslation("history.title")));
        var steps = Objects.requireNonNullElse(earlier, List.<Earlier>of());
        if (steps.isEmpty()) {
            add(new Paragraph(getTranslation("history.none")));
        }
        for (int place = 0; place < Math.min(steps.size(), SHOWN); place++) {
            add(line(steps.get(place), place + 1 < steps.size() ? steps.get(place + 1) : null));
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
