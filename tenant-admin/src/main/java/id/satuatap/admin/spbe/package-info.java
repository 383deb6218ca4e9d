/** Self-assessment of SPBE: list of assessments, the page of one indicator, sharing with the province. */
@NullMarked
package id.satuatap.admin.spbe;

import org.jspecify.annotations.NullMarked;
