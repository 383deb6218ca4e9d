/** What all parts that people type into do with a text. */
@NullMarked
package id.satuatap.text;

import org.jspecify.annotations.NullMarked;
