package id.satuatap.core.spbe.assessment;

import id.satuatap.core.spbe.Score;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An assessment with what its answers are worth so far.
 *
 * @param answered indicators that have a level
 * @param total indicators of the instrument
 */
record AssessmentView(
        UUID id,
        int year,
        String instrument,
        Assessment.Stage stage,
        boolean simulated,
        int version,
        Instant createdAt,
        @Nullable Instant sharedAt,
        int answered,
        int total,
        Score score) {

    static AssessmentView of(Assessment assessment, int total, Score score) {
        return new AssessmentView(
                assessment.id(),
                assessment.year(),
                assessment.instrument(),
                assessment.stage(),
                assessment.simulated(),
                assessment.version(),
                assessment.createdAt(),
                assessment.sharedAt(),
                total - score.missing().size(),
                total,
                score);
    }
}
