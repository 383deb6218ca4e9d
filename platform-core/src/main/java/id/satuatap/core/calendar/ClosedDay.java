package id.satuatap.core.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;

/**
 * A day on which no office of a government works, and why.
 *
 * @param name why, in Indonesian
 * @param englishName why, in English; the same where nobody wrote it in English
 * @param sources the decrees that say so
 * @param estimated whether the day may still move: the Islamic feasts are confirmed shortly before
 * @param simulated whether it is invented, and must say so
 */
public record ClosedDay(
        LocalDate date,
        Kind kind,
        String name,
        String englishName,
        List<String> sources,
        boolean estimated,
        boolean simulated) {

    private static final Locale INDONESIAN = Locale.of("id");

    /** Why a day is none of work, by the law's words. */
    public enum Kind {
        LIBUR_NASIONAL,
        CUTI_BERSAMA,
        LIBUR_PEMILU,
        /** Closed by the government itself. */
        LIBUR_DAERAH,
        /** Not a day of the week's work. */
        AKHIR_PEKAN;

        /** As the API writes it: {@code libur_nasional}. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public ClosedDay {
        sources = List.copyOf(sources);
    }

    static ClosedDay restOf(LocalDate date) {
        return new ClosedDay(
                date,
                Kind.AKHIR_PEKAN,
                named(date.getDayOfWeek(), INDONESIAN),
                named(date.getDayOfWeek(), Locale.ENGLISH),
                List.of(),
                false,
                false);
    }

    /** Why, in the reader's language. */
    public String name(Locale language) {
        return "en".equals(language.getLanguage()) ? englishName : name;
    }

    private static String named(DayOfWeek day, Locale language) {
        return day.getDisplayName(TextStyle.FULL, language);
    }
}
