/** One-shot preparation of the database before the server starts. */
@NullMarked
package id.satuatap.identity.setup;

import org.jspecify.annotations.NullMarked;
