package id.satuatap.isolation.sql;

import static id.satuatap.isolation.sql.Ground.Role.RUNTIME;

import java.sql.SQLException;
import java.util.List;

/** Two tenants at work at the same time: what one holds must not hold up the other. */
final class LockTrials {

    private static final String A = Ground.id(Ground.A).toString();
    private static final String B = Ground.id(Ground.B).toString();

    private static final String CHANGE = "update spbe.answer set fact = fact";
    private static final String CHAIN =
            "select pg_advisory_xact_lock(hashtextextended(tenancy.current_tenant()::text, 1))";
    private static final String INSERT = """
            insert into spbe.assessment (id, year, instrument, simulated, created_by)
            values (gen_random_uuid(), 2033, 'probe', true, 'probe')
            """;
    private static final String CLAIM = """
            update outbox.event set next_attempt_at = now() + interval '60 seconds'
             where id in (select id from outbox.event where relayed_at is null and next_attempt_at <= now()
                           order by id limit 50 for update skip locked)
            returning id
            """;

    private LockTrials() {}

    static List<Trial> all() {
        return List.of(
                holdsUp("a changed row", CHANGE, CHANGE),
                holdsUp("the chain of the record", CHAIN, CHAIN),
                holdsUp("a unique value not yet committed", INSERT, INSERT),
                new Trial(
                        "C35",
                        "a queue whose worker takes another's job",
                        "outbox.event",
                        ground -> claims(ground, A, "waiting-event", Ground.B),
                        ground -> claims(ground, A, "waiting-event", Ground.A)),
                new Trial(
                        "C35",
                        "a queue in which one tenant's worker starves another's",
                        "outbox.event",
                        ground -> !claimsBeside(ground, A, B, Ground.B),
                        ground -> !claimsBeside(ground, A, A, Ground.A)));
    }

    /** The twin shows that it does hold up a second one of the same tenant. */
    private static Trial holdsUp(String what, String held, String wanted) {
        return new Trial(
                "C37",
                "a lock of one tenant that another waits for",
                what,
                ground -> waits(ground, held, wanted, B),
                ground -> waits(ground, held, wanted, A));
    }

    private static boolean waits(Ground ground, String held, String wanted, String second) throws SQLException {
        try (var connection = ground.connect(RUNTIME);
                var holder = new Work(connection, A)) {
            holder.run(held);
            try (var work = ground.as(RUNTIME, second)) {
                work.run("set local lock_timeout = '300ms'");
                return work.refusal(wanted).equals("55P03");
            }
        }
    }

    private static boolean claims(Ground ground, String context, String event, String of) throws SQLException {
        try (var work = ground.as(RUNTIME, context)) {
            return work.run(CLAIM).contains(Ground.id(of, event).toString());
        }
    }

    private static boolean claimsBeside(Ground ground, String holder, String second, String of) throws SQLException {
        try (var connection = ground.connect(RUNTIME);
                var first = new Work(connection, holder)) {
            first.run(CLAIM);
            return claims(ground, second, "waiting-event", of);
        }
    }
}
