/** The official SPBE history of a tenant: years, figures, sources, and a visible break where the instrument changes. */
@NullMarked
package id.satuatap.citizen.spbe;

import org.jspecify.annotations.NullMarked;
