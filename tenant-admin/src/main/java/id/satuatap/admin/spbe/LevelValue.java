package id.satuatap.admin.spbe;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The value of an indicator as people write it: 3, and where the instrument allows it 3,57 or 3.57. */
final class LevelValue {

    static final int HIGHEST = 5;

    private static final Pattern UNSEEN = Pattern.compile("[\\p{Z}\\p{C}]");
    private static final Pattern WRITTEN = Pattern.compile("[1-5]([.,]\\d{1,9})?");

    private LevelValue() {}

    /** As many decimals as it has, as the language writes them. */
    static String text(@Nullable BigDecimal value, Locale locale) {
        return value == null
                ? ""
                : new DecimalFormat("0.#########", DecimalFormatSymbols.getInstance(locale)).format(value);
    }

    /** Empty for what is no value between 1 and 5. */
    static Optional<BigDecimal> parse(String typed) {
        var written = UNSEEN.matcher(typed).replaceAll("");
        return WRITTEN.matcher(written).matches()
                ? Optional.of(new BigDecimal(written.replace(',', '.')))
                        .filter(value -> value.compareTo(BigDecimal.valueOf(HIGHEST)) <= 0)
                : Optional.empty();
    }

    /** The step that a value stands on; null between two steps. */
    static @Nullable Integer step(@Nullable BigDecimal value) {
        return value == null || value.stripTrailingZeros().scale() > 0 ? null : value.intValue();
    }

    /** The next whole level; beyond the highest there is none, and this says six. */
    static int next(@Nullable BigDecimal value) {
        return value == null ? 1 : value.intValue() + 1;
    }
}
