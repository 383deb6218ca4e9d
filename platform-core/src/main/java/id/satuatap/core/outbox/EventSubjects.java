package id.satuatap.core.outbox;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import reactor.core.publisher.Mono;

/**
 * What events are about, in words. Events hold ids; the feature that owns a thing knows what people call it. A thing that is gone has no
 * name any more.
 */
public interface EventSubjects {

    /** The kind of the things: {@code invitation}. Also the key under which an event's data names one of them. */
    String kind();

    /** Whether the subject of an event of this type is one of them. */
    boolean areOf(String type);

    /** What people call those of the ids that are there. */
    Mono<Map<UUID, String>> names(Collection<UUID> ids);
}
