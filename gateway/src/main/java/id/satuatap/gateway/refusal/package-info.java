/** What the gateway says when it answers itself: a problem for programs, a page for people, in Indonesian and English. */
@NullMarked
package id.satuatap.gateway.refusal;

import org.jspecify.annotations.NullMarked;
