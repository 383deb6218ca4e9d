/** Metrics by tenant and the health of each part by name. */
@NullMarked
package id.satuatap.gateway.observe;

import org.jspecify.annotations.NullMarked;
