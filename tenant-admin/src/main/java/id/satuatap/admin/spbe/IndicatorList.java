package id.satuatap.admin.spbe;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import id.satuatap.admin.spbe.AssessmentClient.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All indicators, narrow and grouped by aspect: the level of each, and what it still lacks. */
final class IndicatorList extends Nav {

    private final String assessment;
    private final Map<Integer, Entry> entries = new HashMap<>();

    IndicatorList(String assessment, Instrument instrument) {
        this.assessment = assessment;
        setId("indicators");
        addClassName("admin-indicators");
        getElement().setAttribute("aria-label", getTranslation("indicator.list"));
        instrument.aspects().forEach(aspect -> {
            var list = new UnorderedList();
            aspect.indicators().forEach(indicator -> list.add(entry(indicator)));
            add(new H3(aspect.name()), list);
        });
    }

    private ListItem entry(Instrument.Indicator indicator) {
        var entry = new Entry(assessment, indicator);
        entries.put(indicator.no(), entry);
        return new ListItem(entry);
    }

    /** On a narrow screen the list is folded away. */
    void toggle() {
        setClassName("admin-open", !hasClassName("admin-open"));
    }

    void show(Row row) {
        var entry = entries.get(row.no());
        if (entry != null) {
            entry.show(row);
        }
    }

    /** Marks where one is, and brings it into sight. */
    void select(int no) {
        removeClassName("admin-open");
        entries.forEach((number, entry) -> entry.mark(number == no));
    }

    private static final class Entry extends Anchor {

        private final Span dot = new Span();
        private final Span lacks = new Span();

        Entry(String assessment, Instrument.Indicator indicator) {
            setHref(IndicatorView.path(assessment, indicator.no()));
            setId("indicator-" + indicator.no());
            addClassName("admin-indicator");
            dot.addClassName("admin-dot");
            lacks.addClassName("admin-lacks");
            var number = new Span(indicator.no() + ".");
            number.addClassName("admin-indicator-no");
            add(number, new Div(new Span(indicator.shortName()), lacks), dot);
        }

        void show(Row row) {
            var level = row.level();
            var value = LevelValue.text(level, getLocale());
            dot.setText(level == null ? "–" : value);
            dot.setClassName("admin-dot-empty", level == null);
            dot.getElement()
                    .setAttribute(
                            "title",
                            level == null
                                    ? getTranslation("indicator.no-level")
                                    : getTranslation("indicator.level", value));
            lacks.setText(words(row));
        }

        private String words(Row row) {
            if (row.level() == null && !row.explained() && row.evidence() == 0) {
                return getTranslation("indicator.not-begun");
            }
            return row.isDone() ? "" : getTranslation("indicator.lacks", String.join(", ", lacking(row)));
        }

        private List<String> lacking(Row row) {
            var words = new ArrayList<@Nullable String>();
            if (row.level() == null) {
                words.add(getTranslation("indicator.lacks.level"));
            }
            if (!row.explained()) {
                words.add(getTranslation("indicator.lacks.explanation"));
            }
            if (row.evidence() == 0) {
                words.add(getTranslation("indicator.lacks.evidence"));
            }
            return words.stream().map(String::valueOf).toList();
        }

        void mark(boolean current) {
            if (current) {
                getElement().setAttribute("aria-current", "page");
                getElement().executeJs("this.scrollIntoView({block: 'nearest'})");
            } else {
                getElement().removeAttribute("aria-current");
            }
        }
    }
}
