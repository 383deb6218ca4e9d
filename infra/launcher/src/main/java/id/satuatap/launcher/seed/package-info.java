/** The sample accounts that both setups load. */
@NullMarked
package id.satuatap.launcher.seed;

import org.jspecify.annotations.NullMarked;
