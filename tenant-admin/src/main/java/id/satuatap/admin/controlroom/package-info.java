/** The province's control room: official results of its regencies, and beside them what regencies shared. */
@NullMarked
package id.satuatap.admin.controlroom;

import org.jspecify.annotations.NullMarked;
