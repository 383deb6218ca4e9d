/** Which part answers a request, how long it may take, and what the part is told about it. */
@NullMarked
package id.satuatap.gateway.route;

import org.jspecify.annotations.NullMarked;
