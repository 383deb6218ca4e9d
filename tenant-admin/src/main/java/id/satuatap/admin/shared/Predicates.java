package id.satuatap.admin.shared;

import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The five predicates and their step on the scale of colours. The words are legal terms and stay Indonesian. */
public final class Predicates {

    private static final List<String> ASCENDING = List.of("Kurang", "Cukup", "Baik", "Sangat Baik", "Memuaskan");
    private static final List<BigDecimal> THRESHOLDS =
            List.of(new BigDecimal("1.8"), new BigDecimal("2.6"), new BigDecimal("3.5"), new BigDecimal("4.2"));

    private Predicates() {}

    /** 1 to 5; 0 when there is none. */
    public static int scale(@Nullable String predicate) {
        return predicate == null ? 0 : ASCENDING.indexOf(predicate) + 1;
    }

    /** The colour step of a part's value, for which no predicate is given out. */
    public static int scaleOf(@Nullable BigDecimal value) {
        return value == null
                ? 0
                : 1
                        + (int) THRESHOLDS.stream()
                                .filter(threshold -> value.compareTo(threshold) >= 0)
                                .count();
    }

    public static Span badge(@Nullable String predicate) {
        var badge = new Span(predicate == null ? "–" : predicate);
        badge.addClassNames("sa-predicate", "sa-predicate-" + scale(predicate));
        return badge;
    }

    /** The same badge within markup. */
    public static void badge(Element place, @Nullable String predicate) {
        place.appendElement("span")
                .addClass("sa-predicate")
                .addClass("sa-predicate-" + scale(predicate))
                .text(predicate == null ? "–" : predicate);
    }
}
