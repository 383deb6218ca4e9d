package id.satuatap.core.shared;

/**
 * A refusal that the caller can understand. Its code is stable: it is the problem's type
 * ({@code urn:problem:<code>}) and the key of its sentence in {@code problems/<feature>.properties}.
 */
public abstract sealed class BusinessException extends RuntimeException
        permits BadInput,
                Conflict,
                Forbidden,
                NoRoom,
                NotFound,
                Precondition,
                RuleBroken,
                Unacceptable,
                Unauthenticated {

    private final String code;
    private final transient Object[] arguments;

    BusinessException(String code, Object... arguments) {
        super(code, null, false, false);
        this.code = code;
        this.arguments = arguments;
    }

    public String code() {
        return code;
    }

    /** Values for the placeholders of the sentence. Never personal data: sentences are logged. */
    public Object[] arguments() {
        return arguments.clone();
    }
}
