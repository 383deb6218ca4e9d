/** Which headers pass, which are stripped, which the gateway writes itself. */
@NullMarked
package id.satuatap.gateway.header;

import org.jspecify.annotations.NullMarked;
