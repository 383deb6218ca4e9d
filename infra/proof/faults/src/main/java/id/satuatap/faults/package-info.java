/** Strikes a running stack while it works (processes killed and halted, disks filled, wires cut) and compares what was acknowledged with what is kept. */
@NullMarked
package id.satuatap.faults;

import org.jspecify.annotations.NullMarked;
