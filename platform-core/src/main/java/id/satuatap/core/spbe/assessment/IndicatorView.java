package id.satuatap.core.spbe.assessment;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.satuatap.core.document.Condition;
import id.satuatap.core.spbe.Score;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One indicator of an assessment, whole.
 *
 * @param score what the assessment is worth now; only after saving
 */
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
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Score score) {

    /**
     * A file that proves something.
     *
     * @param state whether it may be opened
     * @param notes what to know before opening it: {@code unscanned}, {@code scanner-away}, {@code infected}, {@code ole-object},
     *     {@code external-content}, {@code embedded-files}, {@code restricted}
     */
    record EvidenceView(
            UUID id,
            UUID document,
            String name,
            String mediaType,
            long size,
            Condition.State state,
            List<String> notes,
            Instant addedAt,
            @Nullable String addedBy) {}

    record SavedVersion(
            @Nullable BigDecimal level,
            String fact,
            String analysis,
            Instant at,
            @Nullable String by) {}

    static IndicatorView of(Answer answer, List<EvidenceView> evidence, List<SavedVersion> history) {
        return new IndicatorView(
                answer.indicator(),
                answer.level(),
                answer.fact(),
                answer.analysis(),
                answer.version(),
                answer.updatedAt(),
                answer.updatedBy(),
                evidence,
                history,
                null);
    }

    IndicatorView with(Score newScore) {
        return new IndicatorView(no, level, fact, analysis, version, updatedAt, updatedBy, evidence, history, newScore);
    }
}
