/** Files of a tenant: received as a stream, known by their content, kept beside the database. */
@NullMarked
package id.satuatap.core.document;

import org.jspecify.annotations.NullMarked;
