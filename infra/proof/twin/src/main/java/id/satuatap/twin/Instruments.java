package id.satuatap.twin;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The instruments with decimal weights, read once at start. */
@Component
class Instruments {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Map<String, Instrument> all;

    Instruments() throws IOException {
        var files = new PathMatchingResourcePatternResolver().getResources("classpath:spbe/instruments/*-59-2020.json");
        all = Arrays.stream(files)
                .map(Instruments::read)
                .collect(Collectors.toUnmodifiableMap(Instrument::id, Function.identity()));
    }

    Instrument get(String id) {
        var found = all.get(id);
        if (found == null) {
            throw new Refused(404, "instrument.unknown");
        }
        return found;
    }

    private static Instrument read(Resource file) {
        try (var in = file.getInputStream()) {
            return JSON.readValue(in, Instrument.class);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
