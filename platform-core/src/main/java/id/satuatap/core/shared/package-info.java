/** What every feature speaks: refusals with a code, the problem document they become, and pages of lists. */
@NullMarked
package id.satuatap.core.shared;

import org.jspecify.annotations.NullMarked;
