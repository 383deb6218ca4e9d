/**
 * Who somebody is: accounts, sign-in, and the tokens that say so. What somebody may do, and where, is decided by
 * memberships in platform-core.
 *
 * @see "Decision 0010"
 */
@NullMarked
package id.satuatap.identity;

import org.jspecify.annotations.NullMarked;
