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
     * How it is now in the tenant in the context. It is asked once a day, in the first hour of it or as soon as can be, and kept for that
     * day. Nothing, where there is nothing to measure: zero is a figure, too.
     *
     * @param day today by the tenant's calendar, for what is in force from one day to another
     */
    Flux<Measurement> measure(LocalDate day);
}
