/**
 * Reads the list of everything that we deliver (CycloneDX, {@code target/bom.json}) and refuses what can be refused without a network: licences that nobody allowed, unfinished versions, two versions of one library, and
 * versions below one that mends a known hole.
 */
@NullMarked
package id.satuatap.sbom;

import org.jspecify.annotations.NullMarked;
