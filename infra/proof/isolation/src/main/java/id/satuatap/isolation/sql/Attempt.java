package id.satuatap.isolation.sql;

import id.satuatap.isolation.sql.Ground.Role;
import java.sql.SQLException;
import java.util.Set;

/** Something that somebody tries; true if it gets through. A refusal by the server is an {@link SQLException}. */
@FunctionalInterface
interface Attempt {

    /** What refuses for a lack of rights, or by a policy. */
    String NOT_ALLOWED = "42501";

    /** Whether a refusal is one that was to be expected: no right, a policy, a constraint, a time-out, no tenant's id. */
    static boolean isProper(SQLException refused) {
        var state = String.valueOf(refused.getSQLState());
        return state.startsWith("23")
                || Set.of(NOT_ALLOWED, "22P02", "55P03", "57014").contains(state);
    }

    boolean getsThrough(Ground ground) throws SQLException;

    /** The query gives a row. */
    static Attempt sees(Role role, String context, String query) {
        return ground -> {
            try (var work = ground.as(role, context)) {
                return work.rows(query) > 0;
            }
        };
    }

    /** The statement changes a row. */
    static Attempt changes(Role role, String context, String sql) {
        return ground -> {
            try (var work = ground.as(role, context)) {
                return work.change(sql) > 0;
            }
        };
    }

    /** The statement is not refused for a lack of rights or by a policy, whatever else may hinder it. */
    static Attempt isAllowed(Role role, String context, String sql) {
        return ground -> {
            try (var work = ground.as(role, context)) {
                work.run(sql);
                return true;
            } catch (SQLException refused) {
                if (String.valueOf(refused.getSQLState()).startsWith("42") && !isProper(refused)) {
                    throw refused; // written wrongly
                }
                return !NOT_ALLOWED.equals(refused.getSQLState());
            }
        };
    }

    /** The statement is refused with this state: what tells that something is there already. */
    static Attempt isRefused(Role role, String context, String sql, String state) {
        return ground -> {
            try (var work = ground.as(role, context)) {
                var refusal = work.refusal(sql);
                if (refusal.startsWith("42") && !refusal.equals(NOT_ALLOWED)) {
                    throw new SQLException(sql, refusal);
                }
                return refusal.equals(state);
            }
        };
    }
}
