package id.satuatap.isolation.sql;

import id.satuatap.isolation.sql.Trial.As;
import java.sql.SQLException;

/** What a statement is tried for; true if it gets through. */
enum Verb {
    /** The last query gives a row. */
    SEES {
        @Override
        boolean getsThrough(Ground ground, As as, String sql, String state) throws SQLException {
            try (var work = ground.as(as.role(), as.context())) {
                return work.gives(sql);
            }
        }
    },
    /** It changes a row. */
    CHANGES {
        @Override
        boolean getsThrough(Ground ground, As as, String sql, String state) throws SQLException {
            try (var work = ground.as(as.role(), as.context())) {
                return work.change(sql) > 0;
            }
        }
    },
    /** It is not refused for a lack of rights or by a policy, whatever else may hinder it. */
    IS_ALLOWED {
        @Override
        boolean getsThrough(Ground ground, As as, String sql, String state) throws SQLException {
            try (var work = ground.as(as.role(), as.context())) {
                work.run(sql);
                return true;
            } catch (SQLException refused) {
                if (String.valueOf(refused.getSQLState()).startsWith("42") && !Trial.isProper(refused)) {
                    throw refused; // written wrongly
                }
                return !NOT_ALLOWED.equals(refused.getSQLState());
            }
        }
    },
    IS_NOT_REFUSED {
        @Override
        boolean getsThrough(Ground ground, As as, String sql, String state) throws SQLException {
            try (var work = ground.as(as.role(), as.context())) {
                work.run(sql);
                return true;
            } catch (SQLException refused) {
                if (IS_THERE.equals(refused.getSQLState())) {
                    return true; // that says nothing of the reference
                }
                throw refused;
            }
        }
    },
    /** It is refused with this state: what tells that something is there already. */
    IS_REFUSED {
        @Override
        boolean getsThrough(Ground ground, As as, String sql, String state) throws SQLException {
            try (var work = ground.as(as.role(), as.context())) {
                var refusal = work.refusal(sql);
                if (refusal.startsWith("42") && !refusal.equals(NOT_ALLOWED)) {
                    throw new SQLException(sql, refusal);
                }
                return refusal.equals(state);
            }
        }
    },
    /** It does nothing, and nothing refuses it. */
    SKIPS {
        @Override
        boolean getsThrough(Ground ground, As as, String sql, String state) throws SQLException {
            return !CHANGES.getsThrough(ground, as, sql, state);
        }
    },
    /** It waits for what A has done and not yet ended. */
    WAITS {
        @Override
        boolean getsThrough(Ground ground, As as, String sql, String state) throws SQLException {
            try (var connection = ground.connect(as.role());
                    var holder = new Work(connection, Ground.id(Ground.A).toString())) {
                holder.run(sql);
                try (var work = ground.as(as.role(), as.context())) {
                    work.run("set local lock_timeout = '300ms'");
                    return work.refusal(sql).equals("55P03");
                }
            }
        }
    },
    /** It finds nothing while A has the same. */
    STARVES {
        @Override
        boolean getsThrough(Ground ground, As as, String sql, String state) throws SQLException {
            try (var connection = ground.connect(as.role());
                    var holder = new Work(connection, Ground.id(Ground.A).toString())) {
                holder.gives(sql);
                try (var work = ground.as(as.role(), as.context())) {
                    return !work.gives(sql);
                }
            }
        }
    },
    /** Planned and executed for the other, then for this one on the same connection: it gives what is B's. */
    PREPARED {
        @Override
        boolean getsThrough(Ground ground, As as, String sql, String state) throws SQLException {
            var b = Ground.id(Ground.B).toString();
            var first = as.context().equals(b) ? Ground.id(Ground.A).toString() : b;
            try (var connection = ground.connect(as.role())) {
                try (var work = new Work(connection, first)) {
                    work.run("set plan_cache_mode = " + state);
                    work.run("prepare probe as " + sql);
                    for (var i = 0; i < 8; i++) {
                        work.run("execute probe");
                    }
                    connection.commit();
                }
                try (var work = new Work(connection, as.context())) {
                    return work.run("execute probe").contains("CNRY-probeb-");
                }
            }
        }
    },
    /** It is not ended by its time-out, or another cannot work meanwhile: of the twin, that one can. */
    ENDLESS {
        @Override
        boolean getsThrough(Ground ground, As as, String sql, String state) throws SQLException {
            var ofB = "select from spbe.answer where tenant_id = '%s'".formatted(Ground.id(Ground.B));
            if (as.context().equals(Ground.id(Ground.B).toString())) {
                return SEES.getsThrough(ground, as, ofB, state);
            }
            try (var work = ground.as(as.role(), as.context())) {
                work.run("set local statement_timeout = '1s'");
                work.run(sql);
                return true;
            } catch (SQLException ended) {
                return !"57014".equals(ended.getSQLState());
            }
        }
    };

    /** What refuses for a lack of rights, or by a policy. */
    private static final String NOT_ALLOWED = "42501";

    private static final String IS_THERE = "23505";

    /** @param state of a refusal, or the mode of plans */
    abstract boolean getsThrough(Ground ground, As as, String sql, String state) throws SQLException;
}
