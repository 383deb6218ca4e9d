package id.satuatap.faults;

/** What a caller knows of what it has asked for. */
public enum Outcome {
    /** Acknowledged: it must be there, once. */
    OK,
    /** Refused, or surely never sent: it must not be there. */
    REFUSED,
    /** No answer, or one that leaves it open: it may be there, once. */
    UNKNOWN
}
