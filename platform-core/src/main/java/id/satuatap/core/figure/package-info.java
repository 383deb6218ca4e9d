/**
 * Named, dated numbers with unit, query and source: measured by the program, never typed. Features say how (by {@link
 * id.satuatap.core.figure.Measured}); each night one snapshot of each is kept, and no snapshot is ever changed.
 */
@NullMarked
package id.satuatap.core.figure;

import org.jspecify.annotations.NullMarked;
