/** Which instance of platform-core is asked, where there are several. */
@NullMarked
package id.satuatap.gateway.core;

import org.jspecify.annotations.NullMarked;
