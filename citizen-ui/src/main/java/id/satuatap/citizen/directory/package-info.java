/** The bare host: which governments are here, and where their doors are. */
@NullMarked
package id.satuatap.citizen.directory;

import org.jspecify.annotations.NullMarked;
