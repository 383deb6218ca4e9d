/** Who may do what, and where: memberships, roles, permissions. A token says who; this package says what. */
@NullMarked
package id.satuatap.core.access;

import org.jspecify.annotations.NullMarked;
