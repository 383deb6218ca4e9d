/** Mails that must not get lost: kept with the request that caused them, sent when the mail server is there. */
@NullMarked
package id.satuatap.identity.mail;

import org.jspecify.annotations.NullMarked;
