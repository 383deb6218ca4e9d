/** Row level security attacked from inside: what core's own role could read, change, count or sense of another tenant if all above the database failed. */
@NullMarked
package id.satuatap.isolation.sql;

import org.jspecify.annotations.NullMarked;
