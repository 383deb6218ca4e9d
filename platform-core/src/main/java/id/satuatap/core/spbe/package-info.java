/**
 * SPBE: how mature a government's electronic services are. Instruments are data, scores are exact arithmetic, and official,
 * self-assessed and simulated values are three kinds that are never mixed.
 */
@NullMarked
package id.satuatap.core.spbe;

import org.jspecify.annotations.NullMarked;
