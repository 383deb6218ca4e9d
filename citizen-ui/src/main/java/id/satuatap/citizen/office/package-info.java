/** The offices (perangkat daerah) of a tenant, each with where it was read. */
@NullMarked
package id.satuatap.citizen.office;

import org.jspecify.annotations.NullMarked;
