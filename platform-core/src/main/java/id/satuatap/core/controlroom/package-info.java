/** What a province sees: official results of its regencies, and apart from them what they shared with it. */
@NullMarked
package id.satuatap.core.controlroom;

import org.jspecify.annotations.NullMarked;
