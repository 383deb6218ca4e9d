package id.satuatap.core.shared;

/** 403: known who asks, and not allowed. */
public final class Forbidden extends BusinessException {

    public Forbidden(String code, Object... arguments) {
        super(code, arguments);
    }
}
