/** What a browser is told about a page over TLS. */
@NullMarked
package id.satuatap.isolation.headers;

import org.jspecify.annotations.NullMarked;
