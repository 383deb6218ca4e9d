package id.satuatap.citizen.spbe;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** Platform-core's public results and instruments. */
@HttpExchange("/api/v1/spbe")
interface SpbeClient {

    record Results(List<Result> items) {}

    /** A published result. Domains by code; index and predicate as the source gives them. */
    record Result(
            int year,
            String instrument,
            @Nullable BigDecimal index,
            @Nullable String predicate,
            @Nullable Map<String, BigDecimal> domains,
            Source source,
            @Nullable String note) {}

    record Source(String key, String title) {}

    record Instruments(List<Instrument> items) {}

    record Instrument(String id, String regulation, List<Integer> validYears) {}

    record InstrumentDetail(String id, List<Domain> domains) {}

    record Domain(String code, String name) {}

    @GetExchange("/results")
    Results results(@RequestParam String region, @RequestParam int limit);

    @GetExchange(url = "/results", accept = "text/csv")
    byte[] resultsAsCsv(@RequestParam String region);

    @GetExchange("/instruments")
    Instruments instruments();

    @GetExchange("/instruments/{id}")
    InstrumentDetail instrument(@PathVariable String id);
}
