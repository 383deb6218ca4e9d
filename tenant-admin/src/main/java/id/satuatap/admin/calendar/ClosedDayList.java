package id.satuatap.admin.calendar;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import id.satuatap.admin.calendar.CalendarClient.Closure;
import id.satuatap.admin.shared.Buttons;
import id.satuatap.admin.shared.Simulated;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A year's closed days, month by month: when, why, what kind, by which decree. */
final class ClosedDayList extends Div {

    private final CalendarWords words = CalendarWords.current();
    private final List<String> sources = new ArrayList<>();
    private final @Nullable Consumer<Closure> onWithdraw;

    /** @param onWithdraw what the button of a closure does; null where there is none */
    ClosedDayList(List<ClosedSpan> spans, int year, @Nullable Consumer<Closure> onWithdraw) {
        this.onWithdraw = onWithdraw;
        setId("closed-days");
        byMonth(spans, year).forEach((month, those) -> add(month(month, those)));
        if (!sources.isEmpty()) {
            add(decrees());
        }
    }

    /** What began in the year before stands in January. */
    private static Map<Month, List<ClosedSpan>> byMonth(List<ClosedSpan> spans, int year) {
        return spans.stream()
                .collect(Collectors.groupingBy(
                        span -> span.from().getYear() < year
                                ? Month.JANUARY
                                : span.from().getMonth(),
                        TreeMap::new,
                        Collectors.toList()));
    }

    private Div month(Month month, List<ClosedSpan> spans) {
        var list = new UnorderedList();
        list.addClassName("admin-closed");
        spans.forEach(span -> list.add(row(span)));
        var heading = new H3(words.month(month));
        var section = new Div(heading, list);
        section.addClassName("admin-closed-month");
        return section;
    }

    private ListItem row(ClosedSpan span) {
        var when = new Span(words.days(span.from(), span.to()));
        when.addClassName("admin-closed-when");
        var why = new Div(new Span(span.name()), about(span));
        why.addClassName("admin-lines");
        var row = new ListItem(when, why);
        var closure = span.closure();
        if (closure != null) {
            row.setId("closure-" + closure.id());
            row.setClassName("admin-closed-withdrawn", closure.withdrawn());
            if (onWithdraw != null && !closure.withdrawn()) {
                var withdraw = Buttons.small(
                        "withdraw-" + closure.id(),
                        getTranslation("calendar.withdraw"),
                        () -> onWithdraw.accept(closure));
                withdraw.setAriaLabel(getTranslation("calendar.withdraw.title", closure.reason()));
                row.add(withdraw);
            }
        }
        return row;
    }

    private Div about(ClosedSpan span) {
        var said = new ArrayList<String>();
        said.add(getTranslation("calendar.kind." + span.kind()));
        if (!span.sources().isEmpty()) {
            said.add(getTranslation("calendar.source", numbers(span.sources())));
        }
        if (span.estimated()) {
            said.add(getTranslation("calendar.estimated"));
        }
        var closure = span.closure();
        if (closure != null && !Simulated.WORDS.equals(closure.by())) { // who recorded the demo is no person
            said.add(closure.by() == null ? getTranslation("calendar.erased") : closure.by());
        }
        var words = new Span(String.join(" · ", said));
        words.addClassName("sa-source");
        var about = new Div(words);
        about.addClassName("admin-inline");
        if (closure != null && closure.withdrawn()) {
            var withdrawn = new Span(getTranslation("calendar.withdrawn-state"));
            withdrawn.addClassName("admin-badge");
            about.add(withdrawn);
        }
        if (closure != null && closure.simulated()) {
            about.add(new Simulated());
        }
        return about;
    }

    /** The numbers of the decrees in the list below. */
    private String numbers(List<String> named) {
        named.stream().filter(source -> !sources.contains(source)).forEach(sources::add);
        return named.stream()
                .map(source -> String.valueOf(sources.indexOf(source) + 1))
                .collect(Collectors.joining(", "));
    }

    private Div decrees() {
        var list = new OrderedList();
        sources.forEach(source -> list.add(new ListItem(source)));
        var section = new Div(new H3(getTranslation("calendar.sources")), list);
        section.setId("decrees");
        section.addClassName("sa-source");
        return section;
    }
}
