/** A tenant's own assessments: levels with fact and analysis, evidence, the live index, and sharing with the province. */
@NullMarked
package id.satuatap.core.spbe.assessment;

import org.jspecify.annotations.NullMarked;
