/** Pictures made anew and drawn: upright, small, without what a camera writes into them. Blocks and computes: only on the bounded pool. */
@NullMarked
package id.satuatap.core.document.picture;

import org.jspecify.annotations.NullMarked;
