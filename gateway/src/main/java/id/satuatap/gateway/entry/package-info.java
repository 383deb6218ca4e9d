/** Who may come in at all, and through which door. */
@NullMarked
package id.satuatap.gateway.entry;

import org.jspecify.annotations.NullMarked;
