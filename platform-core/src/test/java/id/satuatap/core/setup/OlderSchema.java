package id.satuatap.core.setup;

import id.satuatap.testkit.TestDatabase;

/** The schema as an older release had it, for tests of what a migration does to the rows of that time. */
public final class OlderSchema {

    private OlderSchema() {}

    /** Goes on from where the database is. */
    public static void migrate(TestDatabase database, String version) {
        Setup.migrations(
                        database.jdbcUrl(),
                        database.ownerUsername(),
                        database.ownerPassword(),
                        database.runtimeUsername())
                .target(version)
                .load()
                .migrate();
    }
}
