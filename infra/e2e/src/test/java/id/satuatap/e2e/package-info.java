/**
 * Satu Atap as people and machines meet it: the whole stack, through the gateway, in a real browser. One {@link
 * id.satuatap.e2e.RunningStack} serves all tests of a run; each test leaves it usable for the next.
 */
@NullMarked
package id.satuatap.e2e;

import org.jspecify.annotations.NullMarked;
