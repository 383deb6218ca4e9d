/** The tenant's chained record of every change and refusal. Listens to the outbox; no feature uses it. */
@NullMarked
package id.satuatap.core.audit;

import org.jspecify.annotations.NullMarked;
