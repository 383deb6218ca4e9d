/** The folder of one copy: its files, its secrets, and how they are written so that a kill leaves nothing half done. */
@NullMarked
package id.satuatap.launcher.home;

import org.jspecify.annotations.NullMarked;
