package id.satuatap.core.shared;

/** 408, 413, 415 or 416: what is sent takes too long to arrive, is too large, or of a kind that is not taken; what is asked for is a part that is not there. */
public final class Unacceptable extends BusinessException {

    /** Why the content was not taken. */
    public enum Reason {
        TOO_SLOW,
        TOO_LARGE,
        TYPE,
        RANGE
    }

    private final Reason reason;

    public Unacceptable(Reason reason, String code, Object... arguments) {
        super(code, arguments);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
