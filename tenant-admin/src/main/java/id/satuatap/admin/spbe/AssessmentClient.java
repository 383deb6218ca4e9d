package id.satuatap.admin.spbe;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/** Self-assessments at core. */
interface AssessmentClient {

    @GetExchange("/spbe/assessments")
    Assessments list();

    @PostExchange("/spbe/assessments")
    Assessment start(@RequestHeader("Idempotency-Key") String key, @RequestBody NewAssessment request);

    @GetExchange("/spbe/assessments/{id}")
    Assessment get(@PathVariable String id);

    @GetExchange("/spbe/assessments/{id}/indicators")
    Rows rows(@PathVariable String id);

    @GetExchange("/spbe/assessments/{id}/indicators/{no}")
    Answer answer(@PathVariable String id, @PathVariable int no);

    @PutExchange("/spbe/assessments/{id}/indicators/{no}")
    Saved save(
            @PathVariable String id,
            @PathVariable int no,
            @RequestHeader(HttpHeaders.IF_MATCH) String version,
            @RequestBody Given given);

    @DeleteExchange("/spbe/assessments/{id}/indicators/{no}/evidence/{evidence}")
    void remove(@PathVariable String id, @PathVariable int no, @PathVariable String evidence);

    @PostExchange("/spbe/assessments/{id}/sharing")
    Shared share(@PathVariable String id);

    record Assessments(List<Assessment> items) {}

    record Assessment(
            String id,
            int year,
            String instrument,
            String stage,
            boolean simulated,
            Instant createdAt,
            @Nullable Instant sharedAt,
            int answered,
            int total,
            Score score) {}

    record NewAssessment(int year, @Nullable String instrument) {}

    record Rows(List<Row> items) {}

    /** One indicator in the list: its level, how much evidence, whether it is explained. */
    record Row(int no, @Nullable BigDecimal level, int evidence, boolean explained) {

        boolean isDone() {
            return level != null && explained && evidence > 0;
        }
    }

    record Answer(
            int no,
            @Nullable BigDecimal level,
            @Nullable String fact,
            @Nullable String analysis,
            long version,
            @Nullable Instant updatedAt,
            @Nullable String updatedBy,
            List<Evidence> evidence,
            List<Earlier> history) {

        Given given() {
            return new Given(level, fact == null ? "" : fact, analysis == null ? "" : analysis);
        }
    }

    /** @param notes what to know before opening it: each has its words at {@code evidence.note.*} */
    record Evidence(
            String id,
            String document,
            String name,
            String mediaType,
            long size,
            String state,
            List<String> notes,
            Instant addedAt,
            @Nullable String addedBy) {

        boolean isQuarantined() {
            return "QUARANTINED".equals(state);
        }

        boolean isPdf() {
            return "application/pdf".equals(mediaType);
        }

        /** Core draws PDFs and pictures, unless they are in quarantine. */
        boolean hasPreview() {
            return !isQuarantined() && (isPdf() || mediaType.startsWith("image/"));
        }
    }

    record Earlier(
            @Nullable BigDecimal level,
            @Nullable String fact,
            @Nullable String analysis,
            Instant at,
            @Nullable String by) {}

    /** The answer as it is now kept, and what it makes of the score. */
    record Saved(
            @Nullable BigDecimal level,
            @Nullable String fact,
            @Nullable String analysis,
            long version,
            @Nullable Instant updatedAt,
            @Nullable String updatedBy,
            @Nullable List<Earlier> history,
            Score score) {}

    record Shared(Instant sharedAt, Province province) {}

    record Province(String slug, String name) {}
}
