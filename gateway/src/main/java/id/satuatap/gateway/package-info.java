@NullMarked
package id.satuatap.gateway;

import org.jspecify.annotations.NullMarked;
