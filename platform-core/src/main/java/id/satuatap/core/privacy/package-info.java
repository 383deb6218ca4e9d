/**
 * What the law on personal data asks for (UU 27/2022): everybody's own data to take along, who looked at them, forgetting, the register of
 * what is kept and how long, and whom a breach would concern. What is personal, the schema says in comments on its columns.
 */
@NullMarked
package id.satuatap.core.privacy;

import org.jspecify.annotations.NullMarked;
