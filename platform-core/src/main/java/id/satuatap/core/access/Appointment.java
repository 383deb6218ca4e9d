package id.satuatap.core.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who holds a post, from a day to a day.
 *
 * @param official whose appointment it is; who signs may lack an account
 * @param name of the official with titles, as on paper
 * @param acting {@code Plt.}, {@code Plh.} or {@code Pj.}; null for who holds the post itself
 * @param decree the decree (SK)
 */
public record Appointment(
        UUID id,
        UUID official,
        String name,
        UUID post,
        UUID office,
        @Nullable String acting,
        @Nullable String decree,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable Instant endedAt,
        int version) {

    public boolean on(LocalDate day) {
        return endedAt == null && !validFrom.isAfter(day) && (validTo == null || !validTo.isBefore(day));
    }

    /** Whether both would hold the post on some day: one holds it, and one acts for that one, never two of a kind. */
    boolean clashes(Appointment other) {
        return endedAt == null
                && other.endedAt == null
                && (acting == null) == (other.acting == null)
                && (validTo == null || !validTo.isBefore(other.validFrom))
                && (other.validTo == null || !other.validTo.isBefore(validFrom));
    }
}
