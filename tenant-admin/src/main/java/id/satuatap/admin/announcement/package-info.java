/** Announcements (pengumuman): what this government tells everybody for some days, on the first page of its portal. */
@NullMarked
package id.satuatap.admin.announcement;

import org.jspecify.annotations.NullMarked;
