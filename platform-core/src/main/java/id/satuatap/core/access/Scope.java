package id.satuatap.core.access;

/** How far a right reaches. */
public enum Scope {
    /** All of the government. */
    TENANT,
    /** The office of the membership, and what is below it. */
    OFFICE,
    /** What is one's own. */
    OWN
}
