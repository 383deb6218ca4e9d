package id.satuatap.admin.shared;

import id.satuatap.servlet.page.Languages;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Figures and dates as the reader's language writes them and her government's clocks show them: 3,12 and 21 November 2026, or 3.12 and 21 November 2026. */
public record Formats(Locale locale, ZoneId zone) {

    private static final String NOTHING = "–";

    public static Formats current() {
        return new Formats(Languages.current(), Zones.current());
    }

    /** An index, always with two decimals; a dash for none. */
    public String index(@Nullable BigDecimal value) {
        return value == null ? NOTHING : decimal("0.00").format(rounded(value));
    }

    /** A change of an index with its direction: "▲ 0,17", "▼ 0,28", "= 0,00". */
    public String change(@Nullable BigDecimal value) {
        if (value == null) {
            return NOTHING;
        }
        var rounded = rounded(value);
        var mark = rounded.signum() > 0 ? "▲ " : rounded.signum() < 0 ? "▼ " : "= ";
        return mark + decimal("0.00").format(rounded.abs());
    }

    public String number(long value) {
        return decimal("#,##0").format(value);
    }

    /** A weight: as many decimals as it has, at most three. */
    public String weight(BigDecimal value) {
        return decimal("0.###").format(value);
    }

    public String size(long bytes) {
        if (bytes < 1024) {
            return number(bytes) + " B";
        }
        return bytes < 1024 * 1024
                ? number(Math.round(bytes / 1024.0)) + " KB"
                : decimal("0.0").format(bytes / (1024.0 * 1024.0)) + " MB";
    }

    public String date(@Nullable LocalDate date) {
        return date == null ? NOTHING : pattern("d MMMM yyyy").format(date);
    }

    public String date(@Nullable Instant at) {
        return at == null ? NOTHING : date(LocalDate.ofInstant(at, zone));
    }

    /** Hours and minutes: 09.05 in Indonesian, 09:05 in English. */
    public String time(Instant at) {
        return pattern(isEnglish() ? "HH:mm" : "HH.mm").format(at.atZone(zone));
    }

    public String dateTime(@Nullable Instant at) {
        return at == null ? NOTHING : pattern("d MMM yyyy").format(at.atZone(zone)) + ", " + time(at);
    }

    /** Day, time and zone, where it matters whose clock it was. */
    public String moment(Instant at) {
        return dateTime(at) + " " + Zones.name(zone, at);
    }

    private boolean isEnglish() {
        return "en".equals(locale.getLanguage());
    }

    private DateTimeFormatter pattern(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, locale);
    }

    private DecimalFormat decimal(String pattern) {
        var format = new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(locale));
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format;
    }

    private static BigDecimal rounded(BigDecimal value) {
        return value.setScale(2, RoundingMode.HALF_UP);
    }
}
