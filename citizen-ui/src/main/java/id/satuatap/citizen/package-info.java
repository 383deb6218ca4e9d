@NullMarked
package id.satuatap.citizen;

import org.jspecify.annotations.NullMarked;
