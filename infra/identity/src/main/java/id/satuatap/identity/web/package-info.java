/** Everything a browser sees, and the filters in front of it. */
@NullMarked
package id.satuatap.identity.web;

import org.jspecify.annotations.NullMarked;
