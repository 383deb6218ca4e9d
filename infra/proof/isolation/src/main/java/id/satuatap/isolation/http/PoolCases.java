package id.satuatap.isolation.http;

import static id.satuatap.isolation.Fixture.A;
import static id.satuatap.isolation.Fixture.B;
import static id.satuatap.isolation.Fixture.C;

import id.satuatap.isolation.Caller;
import id.satuatap.isolation.Fixture;
import id.satuatap.stack.Database;
import id.satuatap.stack.Part;
import id.satuatap.stack.Suite;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/** Group D: connections that go from tenant to tenant, whatever happens to them in between. */
public final class PoolCases {

    private static final String POOL_SIZE = "SATUATAP_DATABASE_POOLSIZE";

    private final Trials trials;
    private final Fixture fixture;
    private final List<Caller> callers;

    private PoolCases(Trials trials) {
        this.trials = trials;
        this.fixture = trials.fixture();
        this.callers = List.of(
                Fresh.as(fixture, A, "internal-assessor"),
                Fresh.as(fixture, B, "internal-assessor"),
                Fresh.as(fixture, C, "internal-assessor"));
    }

    public static void run(Suite.Run run) throws Exception {
        var cases = new PoolCases(new Trials(run, Fixture.of(run), "D pool"));
        cases.alternating();
        cases.failing();
        cases.killed();
        cases.sameSubject();
        cases.relay();
        cases.trials.notYet(
                "D10",
                "tenant switched inside a session",
                "feature missing: the host names the tenant, none can be switched");
    }

    /** Each request another tenant than the one before; the answers must hold the asked tenant's canaries and no other's. */
    private void alternating() throws Exception {
        var times = trials.isShort() ? 300 : 10_000;
        if (!trials.isShort()) {
            withPool("1");
            trials.trial(
                    "D01",
                    "a pool of one connection, each request another tenant",
                    this::ownFirst,
                    () -> rounds(times, 1));
            withPool("10");
        }
        trials.trial("D02", "many at once from a pool of ten", this::ownFirst, () -> rounds(times, 16));
        trials.trial(
                "D07",
                "answers that ask the database for two things at once",
                this::ownFirst,
                () -> rounds(times / 2, 24));
    }

    private Trials.Seen ownFirst() {
        return Trials.Seen.of(callers.stream().allMatch(this::seesOwn), "own canaries");
    }

    private Trials.Seen rounds(int times, int threads) throws Exception {
        try (var pool = Executors.newFixedThreadPool(threads)) {
            var work = new ArrayList<Callable<Boolean>>();
            for (var i = 0; i < times; i++) {
                var caller = callers.get(i % callers.size());
                work.add(() -> seesOwn(caller));
            }
            var wrong = 0;
            for (var done : pool.invokeAll(work)) {
                wrong += done.get() ? 0 : 1;
            }
            return Trials.Seen.of(wrong == 0, "%,d requests, %d wrong".formatted(times, wrong));
        }
    }

    private boolean seesOwn(Caller caller) {
        var tenant = java.util.Objects.requireNonNull(caller.tenant());
        var place = fixture.place(tenant);
        var list = caller.get("/api/v1/spbe/assessments/%s/indicators".formatted(place.assessment()));
        var other = caller.get("/api/v1/spbe/assessments/%s/indicators/1".formatted(place.assessment()));
        return list.isOk()
                && other.isOk()
                && fixture.oracle()
                        .foreign(tenant, other.body(), other.body().length)
                        .isEmpty();
    }

    private void failing() {
        trials.trial("D05a", "a transaction that breaks after its tenant was named", this::ownFirst, () -> {
            for (var i = 0; i < 30; i++) {
                var caller = callers.get(i % callers.size());
                var place = fixture.place(java.util.Objects.requireNonNull(caller.tenant()));
                caller.post("/api/v1/spbe/assessments", Map.of("year", 2025)); // there is one: a unique key is hurt
                caller.with("If-Match", "\"999\"")
                        .put(place.indicatorPath(), Map.of("level", 1, "fact", "", "analysis", ""));
            }
            return rounds(30, 1);
        });
        trials.trial("D05b", "requests refused before any transaction", this::ownFirst, () -> {
            for (var i = 0; i < 30; i++) {
                callers.get(i % 3).at(i % 2 == 0 ? C : A).get("/api/v1/members");
            }
            return rounds(30, 1);
        });
    }

    private void killed() {
        trials.trial("D06", "all database connections killed under way", this::ownFirst, () -> {
            var ended = new AtomicBoolean();
            try (var pool = Executors.newFixedThreadPool(6)) {
                var work = new ArrayList<java.util.concurrent.Future<Integer>>();
                for (var i = 0; i < 6; i++) {
                    var caller = callers.get(i % 3);
                    work.add(pool.submit(() -> untilEnded(caller, ended)));
                }
                for (var i = 0; i < (trials.isShort() ? 3 : 30); i++) {
                    terminateBackends();
                    java.util.concurrent.locks.LockSupport.parkNanos(
                            Duration.ofMillis(150).toNanos());
                }
                ended.set(true);
                var odd = 0;
                for (var done : work) {
                    odd += done.get();
                }
                var after = rounds(30, 3);
                return Trials.Seen.of(
                        after.holds() && odd == 0, "neither 200 nor 503: " + odd + "; then " + after.figure());
            }
        });
    }

    private int untilEnded(Caller caller, AtomicBoolean ended) {
        var odd = 0;
        var place = fixture.place(java.util.Objects.requireNonNull(caller.tenant()));
        while (!ended.get()) {
            var status = caller.get(place.indicatorPath()).status();
            odd += status == 200 || status == 503 ? 0 : 1;
        }
        return odd;
    }

    private void terminateBackends() throws SQLException {
        try (var connection = fixture.stack().database().superuser(Database.PLATFORM);
                var statement = connection.createStatement()) {
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'satuatap_app'");
        }
    }

    /** Roles are remembered for some seconds: by tenant, or one role would be good everywhere. */
    private void sameSubject() {
        var both = fixture.ofBoth();
        trials.trial(
                "D09a",
                "one person's remembered role of A is not B's",
                () -> Trials.Seen.of(rolesAt(A, both).contains("internal-assessor"), rolesAt(A, both)),
                () -> {
                    for (var i = 0; i < 20; i++) {
                        if (!rolesAt(A, both).equals("[\"internal-assessor\"]")
                                || !rolesAt(B, both).equals("[\"data-entry\"]")
                                || !rolesAt(C, both).equals("[\"citizen\"]")) {
                            return Trials.Seen.of(false, rolesAt(A, both) + rolesAt(B, both) + rolesAt(C, both));
                        }
                    }
                    return Trials.Seen.of(true, "60 questions in turn");
                });
        trials.trial(
                "D09b",
                "the idempotency key of one tenant is free in the other",
                () -> Trials.ok(startWith(A, "key-" + UUID.randomUUID())),
                () -> {
                    var key = "key-" + UUID.randomUUID();
                    var inA = startWith(A, key);
                    var inC = startWith(C, key);
                    return Trials.Seen.of(
                            inA.isOk()
                                    && inC.isOk()
                                    && !inA.json().path("id").equals(inC.json().path("id")),
                            inA.status() + " " + inC.status());
                });
    }

    private id.satuatap.isolation.Answer startWith(String tenant, String key) {
        return Fresh.as(fixture, tenant, "internal-assessor")
                .with("Idempotency-Key", key)
                .post("/api/v1/spbe/assessments", Map.of("year", Fresh.year(fixture, tenant)));
    }

    private String rolesAt(String tenant, id.satuatap.isolation.Principal who) {
        return fixture.probe()
                .as(who)
                .at(tenant)
                .direct()
                .get("/api/v1/me")
                .json()
                .path("roles")
                .toString();
    }

    /** A listener that fails for one tenant must not stop the others. */
    private void relay() {
        trials.trial(
                "D11",
                "an event that can never be told holds up no other tenant",
                () -> Trials.Seen.of(isRelayed(B, invited(B)), "told"),
                () -> {
                    poison(C);
                    var inB = isRelayed(B, invited(B));
                    var inC = isRelayed(C, invited(C));
                    unpoison();
                    return Trials.Seen.of(inB && inC, "B " + inB + ", C itself " + inC);
                });
    }

    private UUID invited(String tenant) {
        var made = Fresh.must(Fresh.as(fixture, tenant, "tenant-admin")
                .post(
                        "/api/v1/invitations",
                        Map.of("email", UUID.randomUUID() + "@contoh.example", "role", "walidata")));
        return UUID.fromString(made.json().path("id").asString());
    }

    private void poison(String tenant) throws SQLException {
        sql("""
                insert into outbox.event (tenant_id, id, type, subject, data, actor)
                values ('%s', gen_random_uuid(), 'spbe.assessment-shared', gen_random_uuid(), '{"sharing": "broken"}', 'isolation')
                """.formatted(fixture.place(tenant).tenant()));
    }

    private void unpoison() throws SQLException {
        sql("delete from outbox.event where actor = 'isolation'");
    }

    private void sql(String statement) throws SQLException {
        try (var connection = fixture.stack().database().superuser(Database.PLATFORM);
                var executed = connection.createStatement()) {
            executed.execute(statement);
        }
    }

    private boolean isRelayed(String tenant, UUID subject) throws SQLException {
        var deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (System.nanoTime() < deadline) {
            try (var connection = fixture.stack().database().superuser(Database.PLATFORM);
                    var query = connection.prepareStatement(
                            "select relayed_at is not null from outbox.event where tenant_id = ? and subject = ?")) {
                query.setObject(1, fixture.place(tenant).tenant());
                query.setObject(2, subject);
                var rows = query.executeQuery();
                if (rows.next() && rows.getBoolean(1)) {
                    return true;
                }
            }
            java.util.concurrent.locks.LockSupport.parkNanos(
                    Duration.ofMillis(50).toNanos());
        }
        return false;
    }

    private void withPool(String size) {
        var core = fixture.stack().service(Part.PLATFORM_CORE).environment(Map.of(POOL_SIZE, size));
        core.stop();
        core.start();
        core.awaitReady(Duration.ofMinutes(2));
    }
}
