package id.satuatap.admin.calendar;

import id.satuatap.admin.calendar.CalendarClient.Hours;
import id.satuatap.servlet.page.Languages;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Days and hours as the reader's language writes them: Senin–Kamis 07.30–16.00, or Monday–Thursday 07:30–16:00. */
record CalendarWords(Locale locale) {

    static CalendarWords current() {
        return new CalendarWords(Languages.current());
    }

    /** Days of work with the same hours, one after the other, together. */
    List<String> week(List<Hours> days) {
        var lines = new ArrayList<String>();
        int first = 0;
        for (int at = 1; at <= days.size(); at++) {
            if (at == days.size() || !follows(days.get(at - 1), days.get(at))) {
                lines.add(line(days.get(first), days.get(at - 1)));
                first = at;
            }
        }
        return lines;
    }

    String day(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, locale);
    }

    String month(Month month) {
        return month.getDisplayName(TextStyle.FULL_STANDALONE, locale);
    }

    /** Under the name of its month: "Rab 18", "Sab–Min 21–22"; where it ends in another month, with that. */
    String days(LocalDate from, LocalDate to) {
        if (from.equals(to)) {
            return pattern("EEE d").format(from);
        }
        return from.getMonth() == to.getMonth() && from.getYear() == to.getYear()
                ? pattern("EEE").format(from) + "–" + pattern("EEE ").format(to) + from.getDayOfMonth() + "–"
                        + to.getDayOfMonth()
                : pattern("d MMM").format(from) + " – " + pattern("d MMM").format(to);
    }

    /** With its month, where several are told one after the other. */
    String daysAndMonth(LocalDate from, LocalDate to) {
        return from.getMonth() == to.getMonth()
                ? days(from, to) + pattern(" MMM").format(to)
                : days(from, to);
    }

    /** Senin, 30 Maret 2026. */
    String date(LocalDate date) {
        return pattern("en".equals(locale.getLanguage()) ? "EEEE d MMMM yyyy" : "EEEE, d MMMM yyyy")
                .format(date);
    }

    String time(LocalTime time) {
        return pattern("en".equals(locale.getLanguage()) ? "HH:mm" : "HH.mm").format(time);
    }

    /** The zones of Indonesia by their own names, others by their rule's. */
    static String zone(String zone) {
        return switch (zone) {
            case "Asia/Jakarta", "Asia/Pontianak" -> "WIB";
            case "Asia/Makassar" -> "WITA";
            case "Asia/Jayapura" -> "WIT";
            default -> zone;
        };
    }

    private static boolean follows(Hours earlier, Hours later) {
        return earlier.day().plus(1) == later.day()
                && earlier.opens().equals(later.opens())
                && earlier.closes().equals(later.closes());
    }

    private String line(Hours first, Hours last) {
        var days = first.equals(last) ? day(first.day()) : day(first.day()) + "–" + day(last.day());
        return days + " " + time(first.opens()) + "–" + time(first.closes());
    }

    private DateTimeFormatter pattern(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, locale);
    }
}
