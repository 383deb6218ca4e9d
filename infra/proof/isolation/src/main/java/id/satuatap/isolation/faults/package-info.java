/** Holes made on purpose, one at a time, in a running stack: the suite that does not see each of them proves nothing. All are closed again. */
@NullMarked
package id.satuatap.isolation.faults;

import org.jspecify.annotations.NullMarked;
