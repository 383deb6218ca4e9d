package id.satuatap.faults;

import id.satuatap.faults.Reply.Outcome;
import java.time.Instant;

/**
 * One thing that was asked for, and what its caller knows of it.
 *
 * @param tenant in whose name, by slug
 * @param key found again in the text of an answer, the address of an invitation, or the name of a file
 * @param place where it must lie, if that was clear beforehand: an answer's assessment, indicator and version; else empty
 * @param sha256 of the bytes of a file, else empty
 */
record Write(Kind kind, String tenant, String key, String place, String sha256, Outcome outcome, Instant end) {

    /** What is written. */
    enum Kind {
        ANSWER,
        INVITATION,
        EVIDENCE
    }
}
