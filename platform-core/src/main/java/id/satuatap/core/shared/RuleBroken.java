package id.satuatap.core.shared;

/** 422: understood, and against a rule. */
public final class RuleBroken extends BusinessException {

    public RuleBroken(String code, Object... arguments) {
        super(code, arguments);
    }
}
