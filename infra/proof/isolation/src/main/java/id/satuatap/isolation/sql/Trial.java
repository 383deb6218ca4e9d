package id.satuatap.isolation.sql;

import id.satuatap.stack.Report.Outcome;
import java.sql.SQLException;

/**
 * A forbidden attempt and its allowed twin, which shows that the forbidden one failed for the right reason.
 *
 * @param id of the case; several trials may share it
 * @param what for the report, the same for all of one kind
 * @param about which table or thing
 */
record Trial(String id, String what, String about, Attempt forbidden, Attempt allowed) {

    /** How a trial ended. */
    record Ending(Trial trial, Outcome outcome, String seen) {}

    Ending run(Ground ground) {
        try {
            if (forbidden.getsThrough(ground)) {
                return new Ending(this, Outcome.FAILED, about + ": gets through");
            }
        } catch (SQLException refused) {
            if (!Attempt.isProper(refused)) {
                return new Ending(this, Outcome.INVALID, about + ": " + refused.getMessage());
            }
        }
        try {
            return allowed.getsThrough(ground)
                    ? new Ending(this, Outcome.PASSED, "")
                    : new Ending(this, Outcome.INVALID, about + ": the allowed twin fails, too");
        } catch (SQLException refused) {
            return new Ending(this, Outcome.INVALID, about + ": the allowed twin is refused: " + refused.getMessage());
        }
    }
}
