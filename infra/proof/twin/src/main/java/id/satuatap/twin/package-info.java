/**
 * What a team would write instead of platform-core: Spring MVC, JDBC and virtual threads, over the same tables and policies, with the same
 * token check, the same metrics and the same answers, for the operations that are measured. It is never part of the product.
 */
@NullMarked
package id.satuatap.twin;

import org.jspecify.annotations.NullMarked;
