package id.satuatap.core.shared;

/** 401: nobody is signed in. */
public final class Unauthenticated extends BusinessException {

    public Unauthenticated(String code, Object... arguments) {
        super(code, arguments);
    }
}
