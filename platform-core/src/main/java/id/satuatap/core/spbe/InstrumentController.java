package id.satuatap.core.spbe;

import id.satuatap.core.access.PublicOperation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Year;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
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

    record InstrumentView(
            String id,
            String regulation,
            String title,
            String source,
            List<Integer> validYears,
            boolean provisional,
            List<String> notes,
            Instrument.LevelNames levelNames,
            List<PredicateView> predicates,
            List<DomainView> domains) {

        static InstrumentView of(Instrument instrument) {
            var about = instrument.about();
            return new InstrumentView(
                    instrument.id(),
                    about.regulation(),
                    about.title(),
                    about.source(),
                    about.validYears(),
                    about.provisional(),
                    about.notes(),
                    instrument.levelNames(),
                    instrument.predicates().stream().map(PredicateView::of).toList(),
                    instrument.domains().stream().map(DomainView::of).toList());
        }
    }

    record PredicateView(String name, BigDecimal min) {

        static PredicateView of(Predicate predicate) {
            return new PredicateView(predicate.name(), predicate.min().decimal());
        }
    }

    record DomainView(String code, String name, BigDecimal weight, List<AspectView> aspects) {

        static DomainView of(Domain domain) {
            return new DomainView(
                    domain.code(),
                    domain.name(),
                    domain.weight().decimal(),
                    domain.aspects().stream().map(AspectView::of).toList());
        }
    }

    record AspectView(String code, String name, BigDecimal weight, List<IndicatorView> indicators) {

        static AspectView of(Aspect aspect) {
            return new AspectView(
                    aspect.code(),
                    aspect.name(),
                    aspect.weight().decimal(),
                    aspect.indicators().stream().map(IndicatorView::of).toList());
        }
    }

    /** The weight as a number for eyes and, where that can't be exact, as a fraction for those who reckon. */
    record IndicatorView(
            int no,
            String name,
            BigDecimal weight,
            String weightExact,
            String kind,
            boolean fractional,
            @Nullable List<String> levels,
            @Nullable List<List<String>> levelEvidence,
            @Nullable String scope,
            @Nullable String evidence,
            @Nullable String owner,
            @Nullable String externalSource) {

        static IndicatorView of(Indicator indicator) {
            var guide = indicator.guide();
            return new IndicatorView(
                    indicator.no(),
                    indicator.name(),
                    indicator.weight().decimal(),
                    indicator.weight().toString(),
                    indicator.kind().name().toLowerCase(Locale.ROOT),
                    indicator.fractional(),
                    guide.levels().isEmpty() ? null : guide.levels(),
                    guide.levelEvidence().isEmpty() ? null : guide.levelEvidence(),
                    guide.scope(),
                    guide.evidence(),
                    guide.owner(),
                    guide.externalSource());
        }
    }
}
