package id.satuatap.isolation.sql;

import id.satuatap.stack.Report;
import id.satuatap.stack.Report.Outcome;
import id.satuatap.stack.Suite;
import java.sql.SQLException;

/** The section {@code sql}: group C of the catalogue and its 23 traps, against the schema of the running stack. */
public final class Sql {

    private Sql() {}

    public static void run(Suite.Run run) throws SQLException {
        try (var ground = Ground.lay(run.stack().database())) {
            Trials.run(ground, run.report());
        }
        accepted(run.report());
    }

    /** What row level security cannot give, and why we live with it. */
    private static void accepted(Report report) {
        told(
                report,
                "T16",
                "who can send SQL of one's own can name another tenant",
                "accepted: no SQL is made from input (bound values only, C38 and the statements of the section plans)");
        told(
                report,
                "T22",
                "sizes and estimates in pg_class and pg_stat_user_tables tell volumes",
                "accepted: they need SQL of one's own; values in pg_stats are hidden");
        told(
                report,
                "T39",
                "statistics of the whole server tell activity",
                "accepted: they need SQL of one's own; no sequence is shared, ids are UUIDs");
        told(
                report,
                "C26",
                "the context of a suspended tenant shows its rows",
                "accepted: a suspension closes the door (AccessFilter), and its events must still be told");
        told(
                report,
                "C39",
                "a server below its security floor is refused at the start of core",
                "proved by core's own tests; the embedded server is for evaluation");
    }

    private static void told(Report report, String id, String what, String why) {
        report.add(Trials.SECTION, id, what, Outcome.TOLD, why);
    }
}
