package id.satuatap.core.shared;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list, found by its key and not by counting.
 *
 * @param next what to give as {@code after} to go on; null at the end
 */
public record Page<T>(List<T> items, @Nullable String next) {

    /** The most rows a caller may ask for at once. */
    public static final int MOST = 200;

    /** A list that is always given whole. */
    public static <T> Page<T> whole(List<T> items) {
        return new Page<>(items, null);
    }

    /** Cuts a list that was read with one row more than asked for. */
    public static <T> Page<T> of(List<T> rows, int limit, Function<T, String> key) {
        if (rows.size() <= limit) {
            return whole(rows);
        }
        var items = rows.subList(0, limit);
        return new Page<>(List.copyOf(items), key.apply(items.getLast()));
    }

    /** Refuses a place to go on from that this API never gave. */
    public static long after(@Nullable Number after, long start) {
        if (after != null && after.longValue() < 0) {
            throw new BadInput("after", "fault.after");
        }
        return after == null ? start : after.longValue();
    }

    /** The limit asked for, held between 1 and {@link #MOST}. */
    public static int limit(@Nullable Integer asked) {
        if (asked != null && (asked < 1 || asked > MOST)) {
            throw new BadInput("limit", "fault.range", 1, MOST);
        }
        return asked == null ? 50 : asked;
    }
}
