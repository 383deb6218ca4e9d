package id.satuatap.core.spbe;

import id.satuatap.core.access.PublicOperation;
import id.satuatap.core.shared.Page;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Published results, for all: in pages as JSON, or whole as CSV. */
@RestController
@RequestMapping("/api/v1/spbe/results")
class ResultController {

    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

    record ResultView(
            @Nullable String region,
            @Nullable String province,
            String body,
            String kind,
            int year,
            String instrument,
            @Nullable BigDecimal index,
            @Nullable String predicate,
            Map<String, BigDecimal> domains,
            Map<String, BigDecimal> aspects,
            Map<Integer, Integer> indicators,
            boolean complete,
            SourceView source,
            @Nullable String note) {

        static ResultView of(PublishedResult published) {
            var result = published.result();
            return new ResultView(
                    result.region(),
                    result.province(),
                    result.body(),
                    PublishedResult.key(result.kind()),
                    result.year(),
                    result.instrument(),
                    result.index(),
                    result.predicate(),
                    result.domains(),
                    result.aspects(),
                    result.levels(),
                    result.complete(),
                    new SourceView(result.source(), published.sourceTitle()),
                    result.note());
        }
    }

    record SourceView(String key, String title) {}

    private final OfficialResults results;

    ResultController(OfficialResults results) {
        this.results = results;
    }

    @PublicOperation
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Page<ResultView>> list(
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable String province,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable Integer after,
            @RequestParam(required = false) @Nullable Integer limit) {
        var filter = ResultFilter.of(year, province, region, kind);
        var most = Page.limit(limit);
        return results.after(filter, (int) Page.after(after, 0), most + 1)
                .map(found -> Page.of(found, most, last -> String.valueOf(last.position())))
                .map(page ->
                        new Page<>(page.items().stream().map(ResultView::of).toList(), page.next()));
    }

    @PublicOperation
    @GetMapping(produces = "text/csv")
    Mono<ResponseEntity<String>> csv(
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable String province,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String kind) {
        return results.all(ResultFilter.of(year, province, region, kind))
                .map(found -> ResponseEntity.ok()
                        .contentType(CSV)
                        .header("Content-Disposition", "attachment; filename=\"hasil-spbe.csv\"")
                        .body(ResultTable.csv(found)));
    }
}
