package id.satuatap.core.figure;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** A figure that a feature knows how to measure. */
public interface Measured {

    /** What a numerator counts. */
    enum Unit {
        PEOPLE,
        INDICATORS,
        CASES,
        MINUTES,
        DAYS,
        POINTS
    }

    /**
     * What was counted for one office, or for the whole government.
     *
     * @param denominator of how many; null for a plain count
     * @param n how many things or people it was measured on
     */
    record Measurement(
            @Nullable UUID office, long numerator, @Nullable Long denominator, long n) {}

    /** Feature and name, stable: {@code members.active}. */
    String key();

    Unit unit();

    /** One more with each change of what is counted: figures of two versions are never compared in silence. */
    int version();

    /** Whether {@code n} counts people. */
    boolean ofPeople();

    /** What is counted, for who reads the figure: {@code memberships that are in force}. At most 200 characters. */
    String source();

    /**
     * How it is at the beginning of a day of the tenant in the context. Nothing, where there is nothing to measure: zero is a figure, too.
     */
    Flux<Measurement> measure(LocalDate day);
}
