/** Tenants, the tenant of the current request, and the one place where a transaction is told which tenant it is for. */
@NullMarked
package id.satuatap.core.tenancy;

import org.jspecify.annotations.NullMarked;
