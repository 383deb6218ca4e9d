/** Whose portal this is: the tenant that the gateway named, as platform-core describes it. */
@NullMarked
package id.satuatap.citizen.tenant;

import org.jspecify.annotations.NullMarked;
