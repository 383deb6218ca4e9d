/** Events, kept in the transaction of the change that caused them, told to listeners afterwards. */
@NullMarked
package id.satuatap.core.outbox;

import org.jspecify.annotations.NullMarked;
