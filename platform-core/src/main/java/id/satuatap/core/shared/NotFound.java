package id.satuatap.core.shared;

/** 404: not there, or not for this tenant or person, which must look the same. */
public final class NotFound extends BusinessException {

    private final boolean answer;

    public NotFound(String code, Object... arguments) {
        this(false, code, arguments);
    }

    private NotFound(boolean answer, String code, Object... arguments) {
        super(code, arguments);
        this.answer = answer;
    }

    /** That nothing is kept of the one who asks: an answer, and no refusal. Recorded with that one's id, it would be untrue from then on. */
    public static NotFound nothingOfYours(String code) {
        return new NotFound(true, code);
    }

    public boolean isAnswer() {
        return answer;
    }
}
