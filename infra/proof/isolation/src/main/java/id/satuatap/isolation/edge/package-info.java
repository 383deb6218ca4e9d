/**
 * What reaches the outside: tokens, the gateway, browser sessions and the sign-in. Speaks HTTP over bare sockets, since a
 * decent client would tidy up just what is tried here; each refusal goes with a twin that must succeed.
 */
@NullMarked
package id.satuatap.isolation.edge;

import org.jspecify.annotations.NullMarked;
