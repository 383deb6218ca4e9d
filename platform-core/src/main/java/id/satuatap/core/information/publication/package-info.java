/** What a government publishes. So far announcements (pengumuman): short, dated, read by everybody on the first page until their last day. */
@NullMarked
package id.satuatap.core.information.publication;

import org.jspecify.annotations.NullMarked;
