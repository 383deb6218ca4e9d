/**
 * Who is signed in, and at which tenant: a browser session never serves two tenants. An application that signs people in scans this package and
 * its neighbours, says by {@code SessionPaths} where it has sessions, and by {@code SignInSettings} who it is to identity.
 *
 * @see "Decision 0018"
 */
@NullMarked
package id.satuatap.servlet.session;

import org.jspecify.annotations.NullMarked;
