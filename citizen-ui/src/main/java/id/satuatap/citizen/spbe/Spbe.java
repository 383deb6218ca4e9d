package id.satuatap.citizen.spbe;

import id.satuatap.citizen.core.CoreAway;
import id.satuatap.citizen.core.CoreProperties;
import id.satuatap.citizen.core.Remembered;
import id.satuatap.citizen.spbe.SpbeClient.Domain;
import id.satuatap.citizen.spbe.SpbeClient.Instrument;
import id.satuatap.citizen.spbe.SpbeClient.InstrumentDetail;
import id.satuatap.citizen.spbe.SpbeClient.Result;
import id.satuatap.citizen.tenant.Tenant;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Official SPBE results of a tenant, together with what the instruments say of their years and domains. */
@Service
class Spbe {

    private static final int MORE_THAN_ANY_HISTORY = 100;
    private static final Duration AN_HOUR = Duration.ofHours(1);

    private final Clock clock;
    private final Remembered<String, List<Result>> results;
    private final Remembered<String, byte[]> files;
    private final Remembered<String, List<Instrument>> instruments;
    private final Remembered<String, InstrumentDetail> details;

    Spbe(SpbeClient client, CoreProperties properties, Clock clock) {
        this.clock = clock;
        this.results = Remembered.onlyFresh(
                region -> client.results(region, MORE_THAN_ANY_HISTORY).items(), properties.blocks());
        this.files = Remembered.onlyFresh(client::resultsAsCsv, properties.blocks());
        this.instruments = Remembered.keptWhenAway(_ -> client.instruments().items(), properties.blocks());
        this.details = Remembered.keptWhenAway(client::instrument, AN_HOUR);
    }

    /** The whole history, or null when platform-core gives no answer. */
    @Nullable
    History history(Tenant tenant) {
        try {
            var found = results.get(tenant.code());
            return History.of(found, instruments.get("all"), domainNames(found), lastYearWithResults());
        } catch (CoreAway _) {
            return null;
        }
    }

    byte[] csv(Tenant tenant) {
        return files.get(tenant.code());
    }

    /** The evaluation of a year is published around its end. */
    private int lastYearWithResults() {
        return LocalDate.now(clock).getYear() - 1;
    }

    private Map<String, Map<String, String>> domainNames(List<Result> found) {
        return found.stream().map(Result::instrument).distinct().collect(Collectors.toMap(id -> id, this::domainNames));
    }

    private Map<String, String> domainNames(String instrument) {
        return details.get(instrument).domains().stream().collect(Collectors.toMap(Domain::code, Domain::name));
    }
}
