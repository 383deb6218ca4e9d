/** One-shot work as the schema's owner: migrations, reference data, demo tenants. The server never holds these rights. */
@NullMarked
package id.satuatap.core.setup;

import org.jspecify.annotations.NullMarked;
