package id.satuatap.core.outbox;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A change that happened. Its record components are kept as they are, so they hold ids and figures, never personal data. */
public interface Event {

    /** Feature and past tense: {@code spbe.answer-saved}. Stable: it is stored. */
    @JsonIgnore
    String type();

    /** Id of the thing that changed. */
    @JsonIgnore
    UUID subject();

    /** What open screens hear of it; null for nothing. */
    @JsonIgnore
    default @Nullable Broadcast broadcast() {
        return null;
    }
}
