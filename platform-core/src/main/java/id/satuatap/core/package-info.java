@NullMarked
package id.satuatap.core;

import org.jspecify.annotations.NullMarked;
