package id.satuatap.stack;

import id.satuatap.stack.Report.Outcome;
import java.util.Locale;

/** The rows of one section in the report. Figures are formats, where something is put into them. */
public record Rows(Report report, String section) {

    /** Passed or failed. */
    public void check(boolean holds, String id, String what, String figure, Object... of) {
        add(id, what, holds ? Outcome.PASSED : Outcome.FAILED, figure, of);
    }

    /** Passed, or a figure that falls short. */
    public void reach(boolean reached, String id, String what, String figure, Object... of) {
        add(id, what, reached ? Outcome.PASSED : Outcome.SHORT, figure, of);
    }

    public void told(String id, String what, String figure, Object... of) {
        add(id, what, Outcome.TOLD, figure, of);
    }

    public void notYet(String id, String what, String why) {
        add(id, what, Outcome.NOT_YET, why);
    }

    private void add(String id, String what, Outcome outcome, String figure, Object... of) {
        report.add(section, id, what, outcome, of.length == 0 ? figure : String.format(Locale.ROOT, figure, of));
    }
}
