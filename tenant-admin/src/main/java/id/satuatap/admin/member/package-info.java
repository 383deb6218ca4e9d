/** Who works at this tenant in which role: members and invitations. */
@NullMarked
package id.satuatap.admin.member;

import org.jspecify.annotations.NullMarked;
