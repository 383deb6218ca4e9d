/** The gateway, identity and the officials' workspace attacked from outside, by what a browser sends and by what none would. */
@NullMarked
package id.satuatap.isolation.edge;

import org.jspecify.annotations.NullMarked;
