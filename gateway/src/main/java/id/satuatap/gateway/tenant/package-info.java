/** Which tenant a host name belongs to, as platform-core last told. */
@NullMarked
package id.satuatap.gateway.tenant;

import org.jspecify.annotations.NullMarked;
