/** One subject for each feature: how to make what its operations are about, which tables it has, and who may read them. */
@NullMarked
package id.satuatap.isolation.subject;

import org.jspecify.annotations.NullMarked;
