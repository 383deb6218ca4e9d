package id.satuatap.core.spbe.assessment;

import id.satuatap.core.document.Classification;
import id.satuatap.core.document.Document;
import id.satuatap.core.document.DocumentOwner;
import id.satuatap.core.document.Purpose;
import id.satuatap.core.shared.Audience;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Evidence is read by those who read assessments, until it is removed. */
@Component
class EvidenceDocuments implements DocumentOwner {

    static final Purpose PURPOSE =
            new Purpose("spbe", Classification.RESTRICTED, Audience.of(AssessmentPermissions.READ), null);

    private final EvidenceFiles evidence;

    EvidenceDocuments(EvidenceFiles evidence) {
        this.evidence = evidence;
    }

    @Override
    public String feature() {
        return PURPOSE.feature();
    }

    @Override
    public Mono<Boolean> shows(Document document) {
        return evidence.uses(document.id());
    }
}
