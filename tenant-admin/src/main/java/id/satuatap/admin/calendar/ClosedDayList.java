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
        var about = new Div(quiet(getTranslation("calendar.kind." + span.kind())));
        about.addClassName("admin-inline");
        span.sources().forEach(source -> about.add(reference(source)));
        if (span.estimated()) {
            about.add(quiet(getTranslation("calendar.estimated")));
        }
        var closure = span.closure();
        if (closure != null) {
            if (closure.withdrawn()) {
                var withdrawn = new Span(getTranslation("calendar.withdrawn-state"));
                withdrawn.addClassName("admin-badge");
                about.add(withdrawn);
            }
            about.add(quiet(closure.by() == null ? getTranslation("calendar.erased") : closure.by()));
            if (closure.simulated()) {
                about.add(new Simulated());
            }
        }
        return about;
    }

    /** The number of the decree in the list below. */
    private Span reference(String source) {
        if (!sources.contains(source)) {
            sources.add(source);
        }
        return quiet(getTranslation("calendar.source", sources.indexOf(source) + 1));
    }

    private Div decrees() {
        var list = new OrderedList();
        sources.forEach(source -> list.add(new ListItem(source)));
        var section = new Div(new H3(getTranslation("calendar.sources")), list);
        section.setId("decrees");
        section.addClassName("sa-source");
        return section;
    }

    private static Span quiet(String text) {
        var span = new Span(text);
        span.addClassName("sa-source");
        return span;
    }
}
