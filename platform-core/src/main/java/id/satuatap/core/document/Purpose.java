package id.satuatap.core.document;

import id.satuatap.core.shared.Audience;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a file is received for; its feature decides.
 *
 * @param feature that keeps it, and says whether it is still shown: {@link DocumentOwner}
 * @param audience who reads it
 * @param keepUntil the tenant's day; null for as long as its feature needs it
 */
public record Purpose(
        String feature,
        Classification classification,
        Audience audience,
        @Nullable LocalDate keepUntil) {}
