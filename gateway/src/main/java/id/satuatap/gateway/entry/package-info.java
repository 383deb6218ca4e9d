/** Who may come in at all, and how. */
@NullMarked
package id.satuatap.gateway.entry;

import org.jspecify.annotations.NullMarked;
