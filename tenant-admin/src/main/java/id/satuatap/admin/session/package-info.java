/** Who is signed in, at which tenant, and how her token reaches core. A browser session never serves two tenants. */
@NullMarked
package id.satuatap.admin.session;

import org.jspecify.annotations.NullMarked;
