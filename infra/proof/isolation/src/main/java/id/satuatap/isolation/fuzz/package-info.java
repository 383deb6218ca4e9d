/** Requests that nobody would send, made from the description of the API: whatever comes, core answers in time, in its own words, and with nothing of its inside. */
@NullMarked
package id.satuatap.isolation.fuzz;

import org.jspecify.annotations.NullMarked;
