package id.satuatap.core.outbox;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * Who caused a change, and by which request.
 *
 * @param actor the person, by its id in the tenant of the change; null when it was the system
 */
public record Origin(@Nullable UUID actor, @Nullable String requestId) {

    private static final Object KEY = Origin.class;
    private static final Origin SYSTEM = new Origin(null, null);

    public Context into(Context context) {
        return context.put(KEY, this);
    }

    /** For {@code contextWrite}: what happens above it, this person does, by the same request. */
    public static Context by(UUID person, Context context) {
        return new Origin(person, in(context).requestId()).into(context);
    }

    static Origin in(ContextView context) {
        return context.<Origin>getOrEmpty(KEY).orElse(SYSTEM);
    }
}
