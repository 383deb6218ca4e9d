/** The register of a tenant's offices (organisasi perangkat daerah). */
@NullMarked
package id.satuatap.core.office;

import org.jspecify.annotations.NullMarked;
