/** How a person becomes a member of a tenant, with which role, and how that ends. */
@NullMarked
package id.satuatap.core.member;

import org.jspecify.annotations.NullMarked;
