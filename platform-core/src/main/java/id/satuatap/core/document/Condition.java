package id.satuatap.core.document;

import id.satuatap.core.document.inspection.Clamd;
import id.satuatap.core.document.inspection.Mark;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a file's health.
 *
 * @param scannedAt when the virus scanner answered; null as long as it has not
 */
public record Condition(State state, @Nullable Instant scannedAt, Set<Mark> marks) {

    /** Whether it may be opened. */
    public enum State {
        KEPT,
        /** Holds a virus, or could not be checked by the scanner that is there. */
        QUARANTINED
    }

    public Condition {
        marks = Set.copyOf(marks);
    }

    static Condition of(Clamd.Verdict verdict, Set<Mark> marks, Instant now) {
        return switch (verdict) {
            case UNASKED -> new Condition(State.KEPT, null, marks);
            case CLEAN -> new Condition(State.KEPT, now, marks);
            case INFECTED -> new Condition(State.QUARANTINED, now, marks);
            case UNANSWERED -> new Condition(State.QUARANTINED, null, marks);
        };
    }

    /** As the register has it. */
    public static Condition stored(String state, @Nullable Instant scannedAt, String[] marks) {
        return new Condition(
                State.valueOf(state),
                scannedAt,
                Arrays.stream(marks).map(Mark::valueOf).collect(Collectors.toSet()));
    }

    boolean kept() {
        return state == State.KEPT;
    }

    /** What somebody should know before opening it, stable: {@code scanner-away}. The first tells what the virus scanner said, unless it was content. */
    public List<String> notes() {
        return Stream.concat(
                        Stream.ofNullable(health()),
                        marks.stream()
                                .sorted()
                                .map(mark ->
                                        mark.name().toLowerCase(Locale.ROOT).replace('_', '-')))
                .toList();
    }

    private @Nullable String health() {
        if (kept()) {
            return scannedAt == null ? "unscanned" : null;
        }
        return scannedAt == null ? "scanner-away" : "infected";
    }
}
