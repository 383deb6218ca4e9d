/** What belongs to one person at one government: who she is here, where she is a member, and what is kept of her. Screens of Vaadin under {@code /saya/}. */
@NullMarked
package id.satuatap.citizen.account;

import org.jspecify.annotations.NullMarked;
