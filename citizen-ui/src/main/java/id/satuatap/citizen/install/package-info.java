/** The portal on a phone: manifest, icons, service worker, and a page that helps without a connection. */
@NullMarked
package id.satuatap.citizen.install;

import org.jspecify.annotations.NullMarked;
