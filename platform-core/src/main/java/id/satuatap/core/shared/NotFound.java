package id.satuatap.core.shared;

/** 404: not there, or not for this tenant or person, which must look the same. */
public final class NotFound extends BusinessException {

    public NotFound(String code, Object... arguments) {
        super(code, arguments);
    }
}
