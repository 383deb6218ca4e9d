/** The parts, started and stopped as one. */
@NullMarked
package id.satuatap.launcher.stack;

import org.jspecify.annotations.NullMarked;
