/** What stands in a token, the keys it is signed with, and the record of who was given one. */
@NullMarked
package id.satuatap.identity.token;

import org.jspecify.annotations.NullMarked;
