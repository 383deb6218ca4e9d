package id.satuatap.isolation.faults;

import id.satuatap.isolation.sql.Ground;
import id.satuatap.isolation.sql.Trials;
import id.satuatap.stack.Suite;
import java.sql.SQLException;

/** The section {@code sql-faults}: one mistake in the schema after the other, and which probe sees it. */
public final class SqlFaults {

    private static final String SECTION = "sql-faults";

    private SqlFaults() {}

    public static void run(Suite.Run run) throws SQLException {
        try (var ground = Ground.lay(run.stack().database())) {
            for (var fault : SqlFault.all()) {
                ground.plant(fault.made());
                try {
                    var seen = Trials.hunt(ground);
                    run.report()
                            .check(
                                    !seen.isEmpty(),
                                    SECTION,
                                    "",
                                    fault.name(),
                                    seen.isEmpty() ? "nothing sees it" : "seen by " + String.join(", ", seen));
                } finally {
                    ground.plant(fault.undone());
                }
            }
            var left = Trials.hunt(ground);
            run.report()
                    .check(
                            left.isEmpty(),
                            SECTION,
                            "",
                            "all is as before once they are undone",
                            String.join(", ", left));
        }
    }
}
