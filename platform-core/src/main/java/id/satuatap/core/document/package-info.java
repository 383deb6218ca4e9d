/**
 * Files of a tenant: one way in ({@link id.satuatap.core.document.Documents#receive}), one way out ({@code /documents/{id}}), previews. What
 * a file is and hides, {@code inspection} says; {@code picture} draws. The bytes lie beside the database.
 *
 * @see "Decision 0015"
 */
@NullMarked
package id.satuatap.core.document;

import org.jspecify.annotations.NullMarked;
