/**
 * The working calendar: which days a government works, and its hours. Every clock that counts working days asks it, so that all of them
 * count alike. The counting itself, {@link id.satuatap.core.calendar.WorkingCalendar}, is pure.
 */
@NullMarked
package id.satuatap.core.calendar;

import org.jspecify.annotations.NullMarked;
