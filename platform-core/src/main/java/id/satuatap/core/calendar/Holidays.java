package id.satuatap.core.calendar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The closed days that the state decrees for all, with the decrees: {@code calendar/holidays.json}. Later years are added to that file. */
@Component
class Holidays {

    private static final String FILE = "calendar/holidays.json";

    private record Decreed(List<Integer> years, Map<String, String> decrees, List<Day> days) {}

    private record Day(
            LocalDate date, String kind, String name, String nameEn, List<String> sources, String certainty) {

        ClosedDay closed(Map<String, String> decrees) {
            return new ClosedDay(
                    date,
                    ClosedDay.Kind.valueOf(kind.toUpperCase(Locale.ROOT)),
                    name,
                    nameEn,
                    sources.stream().map(source -> text(decrees, source)).toList(),
                    certainty.equals("estimated"),
                    false);
        }

        private String text(Map<String, String> decrees, String source) {
            var text = decrees.get(source);
            if (text == null) {
                throw new IllegalStateException("%s, %s: no decree is called %s".formatted(FILE, date, source));
            }
            return text;
        }
    }

    private final Map<LocalDate, ClosedDay> days = new HashMap<>();
    private final int firstYear;
    private final int lastYear;

    Holidays(JsonMapper json) {
        var decreed = json.readValue(text(), Decreed.class);
        this.firstYear = Collections.min(decreed.years());
        this.lastYear = Collections.max(decreed.years());
        for (var day : decreed.days()) {
            var known = decreed.years().contains(day.date().getYear());
            if (!known || days.put(day.date(), day.closed(decreed.decrees())) != null) {
                throw new IllegalStateException(
                        "%s, %s: twice, or of no year that is known".formatted(FILE, day.date()));
            }
        }
    }

    Map<LocalDate, ClosedDay> days() {
        return Map.copyOf(days);
    }

    int firstYear() {
        return firstYear;
    }

    int lastYear() {
        return lastYear;
    }

    private static String text() {
        try {
            return new ClassPathResource(FILE).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(FILE, unreadable);
        }
    }
}
