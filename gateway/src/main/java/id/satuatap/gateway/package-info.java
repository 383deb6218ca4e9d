/** The only public door: finds the tenant by host, strips what nobody outside may say, limits, routes. No business rule lives here. */
@NullMarked
package id.satuatap.gateway;

import org.jspecify.annotations.NullMarked;
