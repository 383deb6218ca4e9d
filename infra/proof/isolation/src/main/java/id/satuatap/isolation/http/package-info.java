/** Attacks by HTTP, as anybody on the network could try them: each operation with each kind of caller, and the cases of the catalogue one by one. */
@NullMarked
package id.satuatap.isolation.http;

import org.jspecify.annotations.NullMarked;
