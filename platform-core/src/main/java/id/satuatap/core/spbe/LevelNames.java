package id.satuatap.core.spbe;

import java.util.List;

/** The words for levels 1 to 5 on each of the two scales. */
public record LevelNames(List<String> process, List<String> service) {

    public LevelNames {
        if (process.size() != Indicator.HIGHEST_LEVEL || service.size() != Indicator.HIGHEST_LEVEL) {
            throw new IllegalArgumentException("it names %d process and %d service levels, not five of each"
                    .formatted(process.size(), service.size()));
        }
        process = List.copyOf(process);
        service = List.copyOf(service);
    }
}
