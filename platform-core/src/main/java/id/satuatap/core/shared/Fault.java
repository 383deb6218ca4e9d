package id.satuatap.core.shared;

/**
 * One thing wrong with a request.
 *
 * @param field where, as a path in the caller's words: {@code levels.3}
 * @param code key of its sentence in {@code problems/<feature>.properties}
 * @param arguments values for the placeholders of the sentence
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Fault(String field, String code, Object... arguments) {

    private static final int LONGEST_FIELD = 100;

    public Fault {
        field = field.length() > LONGEST_FIELD ? field.substring(0, LONGEST_FIELD) + "…" : field;
    }
}
