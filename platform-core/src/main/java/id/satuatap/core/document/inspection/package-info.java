/** What a file is, by its content, and what it hides: read by real readers of each kind, never by a search for bytes. */
@NullMarked
package id.satuatap.core.document.inspection;

import org.jspecify.annotations.NullMarked;
