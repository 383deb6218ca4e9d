package id.satuatap.core.spbe;

import id.satuatap.core.shared.NotFound;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Service;

/** All instruments, read once at start: a faulty file stops the application with a sentence, not the first assessment. */
@Service
public class Instruments {

    private static final String FILES = "classpath:spbe/instruments/*.json";

    private final List<Instrument> all;

    public Instruments() {
        this(files());
    }

    Instruments(Map<String, String> files) {
        this(files.entrySet().stream().map(file -> InstrumentFile.read(file.getKey(), file.getValue())));
    }

    private Instruments(Stream<Instrument> instruments) {
        all = instruments
                .sorted(Comparator.comparing(Instruments::firstYear).thenComparing(Instrument::id))
                .toList();
        requireAny();
        requireKnownForms();
        requireOneInForcePerYear();
    }

    public List<Instrument> all() {
        return all;
    }

    public Instrument get(String id) {
        return all.stream()
                .filter(instrument -> instrument.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("instrument.unknown", id));
    }

    /** The one new assessments of that year use: the newest that had begun by then, in the form really scored. */
    public Instrument inForce(int year) {
        return all.stream()
                .filter(instrument -> instrument.about().scoredAs() == null && firstYear(instrument) <= year)
                .reduce((older, newer) -> newer)
                .orElseThrow(() -> new NotFound("instrument.none-in-force", year));
    }

    private static Integer firstYear(Instrument instrument) {
        return instrument.about().validYears().getFirst();
    }

    private void requireAny() {
        if (all.isEmpty()) {
            throw new IllegalStateException("there is no instrument at " + FILES);
        }
    }

    private void requireKnownForms() {
        for (var instrument : all) {
            var form = instrument.about().scoredAs();
            if (form != null && all.stream().noneMatch(other -> other.id().equals(form))) {
                throw new IllegalStateException(
                        "%s.json, about.scoredAs: there is no instrument %s".formatted(instrument.id(), form));
            }
        }
    }

    private void requireOneInForcePerYear() {
        var inForce = new HashMap<Integer, String>();
        for (var instrument : all) {
            if (instrument.about().scoredAs() != null) {
                continue;
            }
            for (var year : instrument.about().validYears()) {
                var other = inForce.put(year, instrument.id());
                if (other != null) {
                    throw new IllegalStateException("%s.json, about.validYears: %d already belongs to %s"
                            .formatted(instrument.id(), year, other));
                }
            }
        }
    }

    private static Map<String, String> files() {
        try {
            var files = new HashMap<String, String>();
            for (Resource file : new PathMatchingResourcePatternResolver().getResources(FILES)) {
                files.put(Objects.requireNonNull(file.getFilename()), file.getContentAsString(StandardCharsets.UTF_8));
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException("the instruments can't be read", e);
        }
    }
}
