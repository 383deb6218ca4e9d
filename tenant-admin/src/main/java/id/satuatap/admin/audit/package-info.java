/** What was changed and what was refused at this tenant. */
@NullMarked
package id.satuatap.admin.audit;

import org.jspecify.annotations.NullMarked;
