/** Tells people and open screens of what happened. Listens; no feature uses it. */
@NullMarked
package id.satuatap.core.message;

import org.jspecify.annotations.NullMarked;
