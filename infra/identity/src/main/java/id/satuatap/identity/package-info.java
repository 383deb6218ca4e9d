@NullMarked
package id.satuatap.identity;

import org.jspecify.annotations.NullMarked;
