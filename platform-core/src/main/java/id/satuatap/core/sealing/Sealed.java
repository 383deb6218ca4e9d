package id.satuatap.core.sealing;

import java.util.UUID;

/**
 * A value that only its tenant's key opens, in its tenant and its column.
 *
 * @param key the id of the key, kept beside it: so rows under an older key are found
 */
@SuppressWarnings("ArrayRecordComponent") // two seals of one value differ anyway: compare fingerprints
public record Sealed(byte[] bytes, UUID key) {}
