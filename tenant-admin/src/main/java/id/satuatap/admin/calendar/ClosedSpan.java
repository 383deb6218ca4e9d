package id.satuatap.admin.calendar;

import id.satuatap.admin.calendar.CalendarClient.ClosedDay;
import id.satuatap.admin.calendar.CalendarClient.Closure;
import id.satuatap.admin.calendar.CalendarClient.Skipped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Closed days that follow each other for the same reason: one line of a list.
 *
 * @param closure what it is of the government's own; null for what the state decreed
 */
record ClosedSpan(
        LocalDate from,
        LocalDate to,
        String kind,
        String name,
        List<String> sources,
        boolean estimated,
        @Nullable Closure closure) {

    private static final String OWN = "libur_daerah";
    private static final String REST = "akhir_pekan";

    /** A year's, in their order, with the closures that were withdrawn. */
    static List<ClosedSpan> of(List<ClosedDay> days, List<Closure> closures) {
        var decreed = days.stream()
                .filter(day -> !day.kind().equals(OWN))
                .map(day -> new ClosedSpan(
                        day.date(), day.date(), day.kind(), day.name(), day.sources(), day.estimated(), null))
                .toList();
        var own = closures.stream()
                .map(one -> new ClosedSpan(one.from(), one.to(), OWN, one.reason(), List.of(), false, one));
        return Stream.concat(joined(decreed).stream(), own)
                .sorted(Comparator.comparing(ClosedSpan::from))
                .toList();
    }

    /** What was skipped on the way to a deadline; of the free days of the week it is said once that they are. */
    static List<ClosedSpan> of(List<Skipped> skipped, String rest) {
        return joined(skipped.stream()
                .map(one -> new ClosedSpan(
                        one.date(),
                        one.date(),
                        one.kind(),
                        one.kind().equals(REST) ? rest : one.why(),
                        List.of(),
                        false,
                        null))
                .toList());
    }

    boolean isWithdrawn() {
        return closure != null && closure.withdrawn();
    }

    private static List<ClosedSpan> joined(List<ClosedSpan> days) {
        var spans = new ArrayList<ClosedSpan>();
        for (var day : days) {
            if (!spans.isEmpty() && spans.getLast().goesOnWith(day)) {
                spans.add(spans.removeLast().until(day.to()));
            } else {
                spans.add(day);
            }
        }
        return spans;
    }

    private boolean goesOnWith(ClosedSpan day) {
        return to.plusDays(1).equals(day.from())
                && to.getMonth() == day.from().getMonth()
                && kind.equals(day.kind())
                && name.equals(day.name());
    }

    private ClosedSpan until(LocalDate last) {
        return new ClosedSpan(from, last, kind, name, sources, estimated, closure);
    }
}
