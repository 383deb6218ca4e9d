package id.satuatap.core.database;

import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.util.context.Context;

/** Work that runs to its end once it is begun: a caller who hangs up stops waiting, and nothing more. */
public final class Uninterrupted {

    private Uninterrupted() {}

    /** The same work on a subscription of its own. It must end by itself: by its source, or by a time-out. */
    public static <T> Mono<T> toTheEnd(Mono<T> work) {
        return Mono.deferContextual(context -> {
            var result = Sinks.<T>one();
            work.subscribe(result::tryEmitValue, result::tryEmitError, result::tryEmitEmpty, Context.of(context));
            return result.asMono();
        });
    }
}
