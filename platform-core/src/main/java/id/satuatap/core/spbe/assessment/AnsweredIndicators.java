package id.satuatap.core.spbe.assessment;

import id.satuatap.core.figure.Measured;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** How many indicators of the newest open assessment have a level; nothing where none is open. */
@Component
class AnsweredIndicators implements Measured {

    private final Assessments assessments;

    AnsweredIndicators(Assessments assessments) {
        this.assessments = assessments;
    }

    @Override
    public String key() {
        return "spbe.answered";
    }

    @Override
    public Unit unit() {
        return Unit.INDICATORS;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public boolean ofPeople() {
        return false;
    }

    @Override
    public String source() {
        return "jawaban berlevel pada penilaian terbuka terbaru";
    }

    @Override
    public Flux<Measurement> measure(LocalDate day) {
        return assessments
                .answered()
                .map(found -> new Measurement(null, found.answered(), (long) found.total(), found.total()))
                .flux();
    }
}
