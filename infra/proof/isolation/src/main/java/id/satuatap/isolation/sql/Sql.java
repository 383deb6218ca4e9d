package id.satuatap.isolation.sql;

import id.satuatap.isolation.Cases;
import id.satuatap.isolation.Resources;
import id.satuatap.stack.Report.Outcome;
import java.sql.SQLException;

/** The section {@code sql}: group C of the catalogue and its 23 traps, against the schema of the running stack. */
public final class Sql {

    private Sql() {}

    public static void run(Cases cases) throws SQLException {
        try (var ground = Ground.lay(cases.fixture())) {
            Trials.run(cases, ground);
        }
        Resources.text("sql/accepted.txt").lines().skip(1).forEach(line -> {
            var words = line.split(" \\| ");
            cases.add(words[0], words[1], Outcome.TOLD, "accepted: " + words[2]);
        });
    }
}
