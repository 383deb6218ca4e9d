/**
 * A running Satu Atap in the hand of a test: started with {@code infra/up} in a home and at ports of its own, its
 * accounts, its processes (to kill, halt and start again as they were), its database, and tokens of a key that core
 * trusts for the time. Also the report that {@code infra/isolation}, {@code infra/faults} and {@code infra/bench} print.
 */
@NullMarked
package id.satuatap.stack;

import org.jspecify.annotations.NullMarked;
