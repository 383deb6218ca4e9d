/**
 * Values that must not be read in a copy of the database: NIK, KK, NIP, phone, health, secret letters. Each tenant has a key of its own that
 * seals them, itself wrapped by a key of the platform that is never in the database. A value is found again by its fingerprint.
 *
 * @see "Decision 0017"
 */
@NullMarked
package id.satuatap.core.sealing;

import org.jspecify.annotations.NullMarked;
