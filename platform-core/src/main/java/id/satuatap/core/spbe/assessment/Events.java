package id.satuatap.core.spbe.assessment;

import id.satuatap.core.outbox.Broadcast;
import id.satuatap.core.outbox.Event;
import id.satuatap.core.shared.Audience;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happens to assessments. */
sealed interface Events extends Event {

    record AssessmentStarted(UUID subject, int year, String instrument) implements Events {

        @Override
        public String type() {
            return "spbe.assessment-started";
        }

        @Override
        public Broadcast broadcast() {
            return new Broadcast("spbe.assessment", Audience.of(AssessmentPermissions.READ));
        }
    }

    record AnswerSaved(
            UUID subject, int indicator, @Nullable BigDecimal level, int version) implements Events {

        @Override
        public String type() {
            return "spbe.answer-saved";
        }

        @Override
        public Broadcast broadcast() {
            return new Broadcast("spbe.answer", Audience.of(AssessmentPermissions.READ));
        }
    }

    record EvidenceAdded(UUID subject, int indicator, UUID evidence, UUID document) implements Events {

        @Override
        public String type() {
            return "spbe.evidence-added";
        }
    }

    record EvidenceRemoved(UUID subject, int indicator, UUID evidence) implements Events {

        @Override
        public String type() {
            return "spbe.evidence-removed";
        }
    }

    /** The coordinator shared a copy; the subject is the assessment. */
    record AssessmentShared(UUID subject, UUID sharing, UUID province) implements Events {

        static final String TYPE = "spbe.assessment-shared";

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public Broadcast broadcast() {
            return new Broadcast("spbe.assessment", Audience.of(AssessmentPermissions.READ));
        }
    }

    /** In the province: a regency's copy arrived. The subject is the regency's assessment. */
    record SharedReceived(UUID subject, UUID from) implements Events {

        @Override
        public String type() {
            return "spbe.shared-received";
        }

        @Override
        public Broadcast broadcast() {
            return new Broadcast("spbe.shared", Audience.of(AssessmentPermissions.READ));
        }
    }
}
