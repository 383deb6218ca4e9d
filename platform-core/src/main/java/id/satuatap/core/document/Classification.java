package id.satuatap.core.document;

/** How freely a document may be shown: umum, terbatas, rahasia. */
public enum Classification {
    PUBLIC,
    RESTRICTED,
    SECRET
}
