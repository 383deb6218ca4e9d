package id.satuatap.core.spbe;

import de.siegmar.fastcsv.writer.CsvWriter;
import id.satuatap.core.access.PublicOperation;
import id.satuatap.core.shared.BadInput;
import id.satuatap.core.shared.Fault;
import id.satuatap.core.shared.Page;
import id.satuatap.core.shared.SpreadsheetText;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
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
    private static final List<String> VALUES =
            List.of("D1", "D2", "D3", "D4", "A1", "A2", "A3", "A4", "A5", "A6", "A7", "A8");

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
        var filter = filter(year, province, region, kind);
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
        return results.all(filter(year, province, region, kind))
                .map(found -> ResponseEntity.ok()
                        .contentType(CSV)
                        .header("Content-Disposition", "attachment; filename=\"hasil-spbe.csv\"")
                        .body(csv(found)));
    }

    private static OfficialResultRepository.Filter filter(
            @Nullable Integer year, @Nullable String province, @Nullable String region, @Nullable String kind) {
        var faults = new ArrayList<Fault>();
        if (year != null && (year < 2018 || year > 2100)) {
            faults.add(new Fault("year", "fault.range", 2018, 2100));
        }
        if (province != null && !province.matches("\\d{2}")) {
            faults.add(new Fault("province", "fault.region"));
        }
        if (region != null && !region.matches("\\d{2}(\\.\\d{2})?")) {
            faults.add(new Fault("region", "fault.region"));
        }
        var known = kindOf(kind);
        if (kind != null && known == null) {
            faults.add(new Fault("kind", "fault.kind"));
        }
        if (!faults.isEmpty()) {
            throw new BadInput(faults);
        }
        return new OfficialResultRepository.Filter(year, province, region, known);
    }

    private static OfficialResult.@Nullable Kind kindOf(@Nullable String kind) {
        for (var known : OfficialResult.Kind.values()) {
            if (PublishedResult.key(known).equals(kind)) {
                return known;
            }
        }
        return null;
    }

    private static String csv(List<PublishedResult> found) {
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().build(text)) {
            var header = new ArrayList<>(List.of("region", "body", "kind", "year", "instrument", "index", "predicate"));
            header.addAll(VALUES);
            header.addAll(List.of("source", "note"));
            csv.writeRecord(header);
            found.forEach(published -> csv.writeRecord(row(published)));
        } catch (java.io.IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private static List<String> row(PublishedResult published) {
        var result = published.result();
        var row = new ArrayList<String>();
        row.add(text(result.region()));
        row.add(SpreadsheetText.of(result.body()));
        row.add(PublishedResult.key(result.kind()));
        row.add(String.valueOf(result.year()));
        row.add(SpreadsheetText.of(result.instrument()));
        row.add(text(result.index()));
        row.add(SpreadsheetText.of(result.predicate()));
        for (var code : VALUES) {
            row.add(text(result.domains().getOrDefault(code, result.aspects().get(code))));
        }
        row.add(SpreadsheetText.of(published.sourceTitle()));
        row.add(SpreadsheetText.of(result.note()));
        return row;
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
