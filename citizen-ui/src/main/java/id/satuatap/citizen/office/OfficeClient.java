package id.satuatap.citizen.office;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** Platform-core's public register of offices. */
@HttpExchange("/api/v1/tenants/{slug}/offices")
interface OfficeClient {

    record Listing(List<Office> items, List<Count> counts) {}

    /** An office, with where its name was read and how certain that is. */
    record Office(
            String name,

            @JsonProperty("short") @JsonAlias("shortName") @Nullable
            String shortName,

            String kind,
            String source,
            String certainty) {}

    /** How many there were, as someone else counted them. */
    record Count(
            int count, int year, String source, @Nullable String note) {}

    @GetExchange
    Listing list(@PathVariable String slug);
}
