/** The working calendar: closed days, office hours, the government's own closures, and what a deadline comes to. */
@NullMarked
package id.satuatap.admin.calendar;

import org.jspecify.annotations.NullMarked;
