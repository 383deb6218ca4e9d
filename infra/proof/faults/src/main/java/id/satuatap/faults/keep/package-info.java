/**
 * Whether what is kept stays whole: disks that fill up, uploads that are cut, backups brought back whole and for one tenant,
 * and events whose workers die.
 */
@NullMarked
package id.satuatap.faults.keep;

import org.jspecify.annotations.NullMarked;
