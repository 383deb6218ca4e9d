/** Processes that outlive the launcher: started, remembered by number and start time, found again. */
@NullMarked
package id.satuatap.launcher.process;

import org.jspecify.annotations.NullMarked;
