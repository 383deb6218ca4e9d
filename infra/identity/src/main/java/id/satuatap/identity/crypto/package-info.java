/** The one secret of this installation, and digests of what need not be read again. */
@NullMarked
package id.satuatap.identity.crypto;

import org.jspecify.annotations.NullMarked;
