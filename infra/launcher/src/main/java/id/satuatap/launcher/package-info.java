/**
 * Starts and stops Satu Atap on one machine: an embedded PostgreSQL (or one that is given), and each part as a process
 * of its own. Plain Java without Spring, so that it starts at once and can be read in one sitting: begin with {@link
 * id.satuatap.launcher.Launcher}.
 *
 * @see "Decision 0012"
 */
@NullMarked
package id.satuatap.launcher;

import org.jspecify.annotations.NullMarked;
