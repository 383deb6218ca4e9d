package id.satuatap.core.spbe;

import id.satuatap.core.access.PublicOperation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Year;
import java.time.ZoneId;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The instruments and what a set of levels would score, open to everyone. */
@RestController
@RequestMapping("/api/v1/spbe/instruments")
class InstrumentController {

    private static final ZoneId MINISTRY = ZoneId.of("Asia/Jakarta");

    private final Instruments instruments;

    InstrumentController(Instruments instruments) {
        this.instruments = instruments;
    }

    @GetMapping
    @PublicOperation
    InstrumentList list() {
        var inForce = instruments.inForce(Year.now(MINISTRY).getValue());
        return new InstrumentList(instruments.all().stream()
                .map(instrument -> InstrumentSummary.of(instrument, instrument.equals(inForce)))
                .toList());
    }

    @GetMapping("/{id}")
    @PublicOperation
    InstrumentView get(@PathVariable String id) {
        return InstrumentView.of(instruments.get(id));
    }

    @PostMapping("/{id}/score")
    @PublicOperation
    Score score(
            @PathVariable String id,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            schema = @Schema(implementation = ScoreRequest.class),
                                            examples =
                                                    @ExampleObject(
                                                            "{\"year\": 2024, \"levels\": {\"1\": 3, \"2\": 4}}")))
                    @RequestBody
                    JsonNode body) {
        var instrument = instruments.get(id);
        var request = ScoreRequest.read(body, instrument);
        return instrument.score(request.year(), request.levels());
    }

    record InstrumentList(List<InstrumentSummary> items) {}

    record InstrumentSummary(
            String id,
            String regulation,
            String title,
            List<Integer> validYears,
            int indicators,
            boolean provisional,
            boolean inForce) {

        static InstrumentSummary of(Instrument instrument, boolean inForce) {
            var about = instrument.about();
            return new InstrumentSummary(
                    instrument.id(),
                    about.regulation(),
                    about.title(),
                    about.validYears(),
                    instrument.indicators().size(),
                    about.provisional(),
                    inForce);
        }
    }
}
