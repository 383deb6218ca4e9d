package id.satuatap.core.spbe.assessment;

import id.satuatap.core.shared.NotFound;
import id.satuatap.core.spbe.Indicator;
import id.satuatap.core.spbe.Instrument;
import id.satuatap.core.spbe.Instruments;
import org.springframework.stereotype.Component;

/** What an assessment asks, by its instrument. */
@Component
class Questions {

    private final Instruments instruments;

    Questions(Instruments instruments) {
        this.instruments = instruments;
    }

    Instrument of(Assessment assessment) {
        return instruments.get(assessment.instrument());
    }

    /** The indicator of that number; 404 when the instrument has none. */
    Indicator indicator(Assessment assessment, int no) {
        return of(assessment).indicator(no).orElseThrow(() -> new NotFound("indicator.unknown"));
    }
}
