/** Measures beside peers, on the same machine and data, in alternating runs. Ratios count; absolute figures only tell the machine. */
@NullMarked
package id.satuatap.bench;

import org.jspecify.annotations.NullMarked;
