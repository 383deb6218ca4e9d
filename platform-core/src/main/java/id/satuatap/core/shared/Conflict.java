package id.satuatap.core.shared;

/** 409: the step is illegal in the present state, or another one was faster. */
public final class Conflict extends BusinessException {

    public Conflict(String code, Object... arguments) {
        super(code, arguments);
    }
}
