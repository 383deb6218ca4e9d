package id.satuatap.core.figure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A measured number as it was kept, for good.
 *
 * @param office null for the whole government
 * @param firstDay of the period; a figure of a day has the same day as its last
 * @param denominator null for a plain count
 * @param n how many things or people it was measured on
 * @param people whether {@code n} counts people
 * @param version of the way of counting
 * @param simulated whether it counts invented data
 */
public record Figure(
        UUID id,
        String key,
        @Nullable UUID office,
        LocalDate firstDay,
        LocalDate lastDay,
        long numerator,
        @Nullable Long denominator,
        long n,
        boolean people,
        Measured.Unit unit,
        int version,
        String source,
        boolean simulated,
        Instant measuredAt) {

    /** Fewer people than these could be recognised. */
    public static final int FEWEST = 5;

    /**
     * The figure as it may cross a wall or be published; nothing when it is of people and some part of it is of fewer than {@link #FEWEST}:
     * all of them, those counted, or those not counted. Nobody and everybody are hidden, too, since both tell of each one.
     */
    public Optional<Figure> outside() {
        return people && parts().anyMatch(part -> part < FEWEST) ? Optional.empty() : Optional.of(this);
    }

    private Stream<Long> parts() {
        return denominator == null ? Stream.of(n) : Stream.of(n, numerator, denominator - numerator);
    }
}
