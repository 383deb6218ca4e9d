package id.satuatap.core.office;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A post in an office, whoever holds it.
 *
 * @param head whether who holds it is the head of the office
 */
public record Post(
        UUID id,
        UUID office,
        String name,
        boolean head,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {}
