package id.satuatap.core.tenancy;

import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * Work that is done again, with the same end, should it be lost: its commits need not wait for the disk. Whatever is acknowledged to
 * somebody is not of this kind. PostgreSQL keeps the order of commits, so what a later one builds on is never lost alone.
 */
public final class Redoable {

    private static final Object KEY = Redoable.class;

    private Redoable() {}

    static boolean in(ContextView context) {
        return context.hasKey(KEY);
    }

    /** For {@code contextWrite}: what happens above it could be done again. */
    public static Context mark(Context context) {
        return context.put(KEY, true);
    }
}
