package id.satuatap.core.spbe;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An instrument as it is shown: its domains, aspects and indicators, one within the other. */
record InstrumentView(
        String id,
        String regulation,
        String title,
        String source,
        List<Integer> validYears,
        boolean provisional,
        List<String> notes,
        LevelNames levelNames,
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
