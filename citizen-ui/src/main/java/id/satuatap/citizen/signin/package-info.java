/**
 * Signing in at the portal: a chain of filters of its own, with sessions, beside the stateless one of the public pages.
 *
 * @see "Decision 0018"
 */
@NullMarked
package id.satuatap.citizen.signin;

import org.jspecify.annotations.NullMarked;
