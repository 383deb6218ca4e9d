/** Attacks the walls between tenants from every side that there is, and shows that the attack itself would notice a hole: seeded faults must turn it red. */
@NullMarked
package id.satuatap.isolation;

import org.jspecify.annotations.NullMarked;
