package id.satuatap.core.privacy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** What one feature keeps of a person, for that one to take along. */
public interface PersonalData {

    /** Under which name it stands in the export: {@code memberships}. */
    String kind();

    /** One entry for each thing kept, in plain words and values. */
    Mono<List<Map<String, Object>>> of(UUID person);
}
