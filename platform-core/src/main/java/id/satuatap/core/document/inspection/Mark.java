package id.satuatap.core.document.inspection;

/** What a reader of a file should know before opening it; harmless enough to be kept. */
public enum Mark {
    /** An object of another program inside an office document. */
    OLE_OBJECT,
    /** An office document that fetches pictures or figures from elsewhere when it is opened. */
    EXTERNAL_CONTENT,
    /** A PDF with files inside. */
    EMBEDDED_FILES,
    /** A PDF that opens without a password, and forbids copying or printing. */
    RESTRICTED
}
