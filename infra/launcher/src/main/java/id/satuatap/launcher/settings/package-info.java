/** What the environment says, which parts there are, and what the person at the terminal reads. */
@NullMarked
package id.satuatap.launcher.settings;

import org.jspecify.annotations.NullMarked;
