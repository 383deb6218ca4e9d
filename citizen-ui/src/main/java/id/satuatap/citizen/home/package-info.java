/** The first page of a tenant's portal. */
@NullMarked
package id.satuatap.citizen.home;

import org.jspecify.annotations.NullMarked;
