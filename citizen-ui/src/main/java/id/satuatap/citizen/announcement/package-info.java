/** Announcements (pengumuman) of a tenant: on its home page, as a list, each at an address of its own. */
@NullMarked
package id.satuatap.citizen.announcement;

import org.jspecify.annotations.NullMarked;
