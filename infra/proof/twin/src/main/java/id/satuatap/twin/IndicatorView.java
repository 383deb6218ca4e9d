package id.satuatap.twin;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One indicator of an assessment, whole, with what the assessment is worth after saving it. */
record IndicatorView(
        int no,
        @Nullable BigDecimal level,
        String fact,
        String analysis,
        int version,
        @Nullable Instant updatedAt,
        @Nullable String updatedBy,
        List<EvidenceView> evidence,
        List<SavedVersion> history,
        Instrument.Score score) {

    record EvidenceView(
            UUID id,
            UUID document,
            String name,
            String mediaType,
            long size,
            Instant addedAt,
            @Nullable String addedBy) {}

    record SavedVersion(
            @Nullable BigDecimal level,
            String fact,
            String analysis,
            Instant at,
            @Nullable String by) {}
}
