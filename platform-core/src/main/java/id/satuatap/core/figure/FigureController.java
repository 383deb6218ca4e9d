package id.satuatap.core.figure;

import id.satuatap.core.access.Requires;
import id.satuatap.core.shared.Page;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Measured figures, to read: there is no way to type one. */
@RestController
@RequestMapping("/api/v1/figures")
class FigureController {

    private static final UUID FIRST = new UUID(0, 0);

    /**
     * A figure as it was measured.
     *
     * @param office null for the whole government
     * @param denominator null for a plain count
     * @param n how many things or people it was measured on
     * @param version of the way of counting: figures of two versions are not compared
     * @param simulated whether it counts invented data
     */
    @Schema(example = """
            {"id": "00000000-0000-7000-8000-000000000001", "key": "spbe.answered", "from": "2026-12-01", "to": "2026-12-01", "numerator": 41,
             "denominator": 47, "n": 47, "unit": "INDICATORS", "version": 1, "source": "jawaban berlevel pada penilaian terbuka terbaru",
             "simulated": true, "measuredAt": "2026-11-30T17:00:04Z"}""")
    record FigureView(
            UUID id,
            String key,
            @Nullable UUID office,
            LocalDate from,
            LocalDate to,
            long numerator,
            @Nullable Long denominator,
            long n,
            Measured.Unit unit,
            int version,
            String source,
            boolean simulated,
            Instant measuredAt) {

        static FigureView of(Figure figure) {
            return new FigureView(
                    figure.id(),
                    figure.key(),
                    figure.office(),
                    figure.firstDay(),
                    figure.lastDay(),
                    figure.numerator(),
                    figure.denominator(),
                    figure.n(),
                    figure.unit(),
                    figure.version(),
                    figure.source(),
                    figure.simulated(),
                    figure.measuredAt());
        }
    }

    private final Figures figures;

    FigureController(Figures figures) {
        this.figures = figures;
    }

    /** The figures of this government, in the order in which they were measured; days are the tenant's, both included. */
    @Requires(FigurePermissions.READ)
    @GetMapping
    Mono<Page<FigureView>> list(
            @Parameter(example = "members.active") @RequestParam(required = false) @Nullable String key,
            @RequestParam(required = false) @Nullable UUID office,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(required = false) @Nullable Integer limit) {
        var most = Page.limit(limit);
        return figures.after(after == null ? FIRST : after, new FigureFilter(key, office, from, to), most + 1)
                .map(found -> Page.of(
                        found.stream().map(FigureView::of).toList(),
                        most,
                        last -> last.id().toString()));
    }
}
