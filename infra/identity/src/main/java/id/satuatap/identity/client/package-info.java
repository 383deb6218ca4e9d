/** The programs that may ask for tokens, and the addresses they may send people back to. */
@NullMarked
package id.satuatap.identity.client;

import org.jspecify.annotations.NullMarked;
