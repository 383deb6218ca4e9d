/** The database server, embedded or somebody else's, with its roles and databases. */
@NullMarked
package id.satuatap.launcher.database;

import org.jspecify.annotations.NullMarked;
