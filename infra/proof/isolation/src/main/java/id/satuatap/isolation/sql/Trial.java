package id.satuatap.isolation.sql;

import id.satuatap.isolation.sql.Ground.Role;
import id.satuatap.stack.Report.Outcome;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;

/**
 * A forbidden attempt and its allowed twin, which shows that the forbidden one failed for the right reason.
 *
 * @param id of the case; several trials may share it
 * @param what for the report, the same for all of one kind
 * @param about which table or thing
 */
record Trial(String id, String what, String about, Attempt forbidden, Attempt allowed) {

    /** Something that somebody tries; true if it gets through. A refusal by the server is an {@link SQLException}. */
    @FunctionalInterface
    interface Attempt {
        boolean getsThrough(Ground ground) throws SQLException;
    }

    /** Who asks, in whose context. */
    record As(Role role, String context) {

        /** Such as {@code runtime a}. */
        static As of(String written, String each) {
            var words = written.strip().split(" ", 2);
            var context = switch (words[1]) {
                case "a" -> Ground.id(Ground.A).toString();
                case "b" -> Ground.id(Ground.B).toString();
                case "gone" -> Ground.id("probegone").toString();
                case "none" -> "";
                case "{each}" -> each;
                default -> words[1];
            };
            return new As(Role.valueOf(words[0].toUpperCase(Locale.ROOT)), context);
        }
    }

    /** How a trial ended. */
    record Ending(Trial trial, Outcome outcome, String seen) {}

    /** No right, a policy, a constraint, a time-out, no tenant's id: a refusal that was to be expected. */
    static boolean isProper(SQLException refused) {
        var state = String.valueOf(refused.getSQLState());
        return state.startsWith("23")
                || Set.of("42501", "22P02", "55P03", "57014").contains(state);
    }

    Ending run(Ground ground) {
        try {
            if (forbidden.getsThrough(ground)) {
                return new Ending(this, Outcome.FAILED, about + ": gets through");
            }
        } catch (SQLException refused) {
            if (!isProper(refused)) {
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
