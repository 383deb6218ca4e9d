package id.satuatap.core.shared;

import org.jspecify.annotations.Nullable;

/** 412 when {@code If-Match} names an older version, with what is there now; 428 when it is missing. */
public final class Precondition extends BusinessException {

    private final transient @Nullable Object current;

    private Precondition(String code, @Nullable Object current) {
        super(code);
        this.current = current;
    }

    public static Precondition stale(String code, Object current) {
        return new Precondition(code, current);
    }

    public static Precondition missing() {
        return new Precondition("request.if-match-missing", null);
    }

    /** What is there now, in the shape the API shows; null when the header was missing. */
    public @Nullable Object current() {
        return current;
    }
}
