/** A copy of a home while it works, and the way back from it. */
@NullMarked
package id.satuatap.launcher.backup;

import org.jspecify.annotations.NullMarked;
