/** What every feature of the officials' application uses: problems told by core, formats, texts, and small pieces of screen. */
@NullMarked
package id.satuatap.admin.shared;

import org.jspecify.annotations.NullMarked;
