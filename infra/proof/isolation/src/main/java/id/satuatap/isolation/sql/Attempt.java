package id.satuatap.isolation.sql;

import id.satuatap.isolation.sql.Ground.Role;
import java.sql.SQLException;
import java.util.Set;

/** Something that somebody tries; true if it gets through. A refusal by the server is an {@link SQLException}. */
@FunctionalInterface
interface Attempt {

    /** What refuses for a lack of rights, or by a policy. */
    String NOT_ALLOWED = "42501";

    /** States that tell of an attempt that is written wrongly, and so shows nothing. */
    Set<String> NONSENSE = Set.of("42601", "42P01", "42703", "42883", "42804", "25P02", "3F000");

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
                if (NONSENSE.contains(refused.getSQLState())) {
                    throw refused;
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
                if (NONSENSE.contains(refusal)) {
                    throw new SQLException(sql, refusal);
                }
                return refusal.equals(state);
            }
        };
    }
}
