package id.satuatap.bench;

import id.satuatap.stack.Suite;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What must be prepared and takes long, but is no figure: done once, beside other work that is none either. */
public final class Ahead<T> {

    private final Function<Suite.Run, T> work;
    private @Nullable CompletableFuture<T> begun;

    public Ahead(Function<Suite.Run, T> work) {
        this.work = work;
    }

    /** Returns when both are done; if the preparation fails, {@link #get} tells. */
    public <R> R beside(Suite.Run run, Supplier<R> other) {
        var preparing = begin(run);
        try {
            return other.get();
        } finally {
            preparing.handle((done, failure) -> true).join();
        }
    }

    /** Prepared now, if it is not yet. */
    public T get(Suite.Run run) {
        try {
            return begin(run).join();
        } catch (CompletionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private synchronized CompletableFuture<T> begin(Suite.Run run) {
        if (begun == null) {
            begun = CompletableFuture.supplyAsync(() -> work.apply(run));
        }
        return begun;
    }
}
