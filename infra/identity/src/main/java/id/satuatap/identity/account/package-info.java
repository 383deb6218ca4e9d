/** People: how they register, sign in, and get a new password, and how guessing is slowed down. */
@NullMarked
package id.satuatap.identity.account;

import org.jspecify.annotations.NullMarked;
