package id.satuatap.core.database;

import java.util.Optional;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/** The tenant that the present work is for, carried in the Reactor context. */
public final class CurrentTenant {

    private static final Object KEY = CurrentTenant.class;

    private CurrentTenant() {}

    public static Optional<TenantId> in(ContextView context) {
        return context.getOrEmpty(KEY);
    }

    /** The tenant of this work; a bug (and so a 500) when there is none. */
    public static Mono<TenantId> get() {
        return Mono.deferContextual(context ->
                Mono.just(in(context).orElseThrow(() -> new IllegalStateException("no tenant in the context"))));
    }

    /** For {@code contextWrite}: what happens above it happens for this tenant. */
    public static Context put(Context context, TenantId tenant) {
        return context.put(KEY, tenant);
    }

    /** For {@code contextWrite}: what happens above it happens for no tenant. */
    public static Context none(Context context) {
        return context.delete(KEY);
    }
}
