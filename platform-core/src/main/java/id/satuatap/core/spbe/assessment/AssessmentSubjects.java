package id.satuatap.core.spbe.assessment;

import id.satuatap.core.outbox.EventSubjects;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** An assessment is called by its year and its instrument. */
@Component
class AssessmentSubjects implements EventSubjects {

    private final Assessments assessments;

    AssessmentSubjects(Assessments assessments) {
        this.assessments = assessments;
    }

    @Override
    public String kind() {
        return "assessment";
    }

    @Override
    public boolean areOf(String type) {
        return type.startsWith("spbe.") && !type.equals("spbe.shared-received");
    }

    @Override
    public Mono<Map<UUID, String>> names(Collection<UUID> ids) {
        return assessments.names(ids);
    }
}
