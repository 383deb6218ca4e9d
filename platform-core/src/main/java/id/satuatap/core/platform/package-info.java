/** The service as its operator runs it: which tenants there are, and whether their doors are open. */
@NullMarked
package id.satuatap.core.platform;

import org.jspecify.annotations.NullMarked;
