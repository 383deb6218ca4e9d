package id.satuatap.core.outbox;

import org.jspecify.annotations.Nullable;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * Who caused a change, and by which request.
 *
 * @param actor subject of the account or machine
 */
public record Origin(
        String actor, @Nullable String actorName, @Nullable String requestId) {

    private static final Object KEY = Origin.class;
    private static final Origin SYSTEM = new Origin("system", null, null);

    public Context into(Context context) {
        return context.put(KEY, this);
    }

    static Origin in(ContextView context) {
        return context.<Origin>getOrEmpty(KEY).orElse(SYSTEM);
    }
}
