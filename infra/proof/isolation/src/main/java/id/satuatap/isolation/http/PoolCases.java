package id.satuatap.isolation.http;

import static id.satuatap.isolation.Fixture.A;
import static id.satuatap.isolation.Fixture.B;
import static id.satuatap.isolation.Fixture.C;

import id.satuatap.isolation.Caller;
import id.satuatap.isolation.CanaryOracle;
import id.satuatap.isolation.Cases;
import id.satuatap.isolation.Fixture;
import id.satuatap.isolation.Principal;
import id.satuatap.isolation.Seen;
import id.satuatap.isolation.subject.Subject;
import id.satuatap.stack.Answer;
import id.satuatap.stack.Part;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/** Group D: connections that go from tenant to tenant, whatever happens to them in between. */
public final class PoolCases {

    private static final String INDICATOR = "/api/v1/spbe/assessments/{assessment}/indicators/{no}";
    private static final String ASSESSMENTS = "/api/v1/spbe/assessments";
    /** Everybody who listens has heard of it. */
    private static final String TOLD = """
            select count(*) from outbox.event e
             where e.subject = ?
               and not exists (select from outbox.delivery d
                                where d.tenant_id = e.tenant_id and d.event_id = e.id and d.heard_at is null)
            """;

    private static final String POISON = """
            with e as (
              insert into outbox.event
              select (jsonb_populate_record(e, jsonb_build_object('id', gen_random_uuid(), 'type', 'spbe.assessment-shared',
                      'data', '{"sharing": "broken"}'::jsonb))).*
                from outbox.event e where tenant_id = ? limit 1
              returning tenant_id, id)
            insert into outbox.delivery (tenant_id, event_id, listener) select tenant_id, id, 'sharing' from e
            """;

    private static final String TERMINATE =
            "select count(pg_terminate_backend(pid)) from pg_stat_activity where usename = 'satuatap_app'";

    private final Cases cases;
    private final Fixture fixture;
    private final List<Caller> callers;

    private PoolCases(Cases cases) {
        this.cases = cases;
        this.fixture = cases.fixture();
        this.callers = List.of(A, B, C).stream()
                .map(tenant -> fixture.able(tenant, "assessment:answer"))
                .toList();
    }

    public static void run(Cases cases) {
        var pool = new PoolCases(cases);
        pool.alternating();
        pool.failing();
        pool.remembered();
        pool.relay();
    }

    /** Each request another tenant than the one before; the answers must hold the asked tenant's canaries and no other's. */
    private void alternating() {
        var times = cases.isShort() ? 300 : 10_000;
        if (!cases.isShort()) {
            withPool("1");
            cases.trial(
                    "D01", "a pool of one connection, each request another tenant", this::own, () -> rounds(times, 1));
            withPool("10");
        }
        cases.trial("D02", "many at once from a pool of ten", this::own, () -> rounds(times, 16));
        cases.trial(
                "D07", "answers that ask the database for two things at once", this::own, () -> rounds(times / 2, 24));
    }

    private void failing() {
        cases.trial("D05", "a transaction that breaks after its tenant was named", this::own, () -> {
            for (var i = 0; i < 30; i++) {
                var caller = callers.get(i % callers.size());
                caller.post(ASSESSMENTS, Map.of("year", 2026)); // there is one: a unique key is hurt
                caller.with("If-Match", "\"999\"")
                        .put(indicator(caller), Map.of("level", 1, "fact", "", "analysis", ""));
            }
            return rounds(30, 1);
        });
        cases.trial("D05", "requests refused before any transaction", this::own, () -> {
            for (var i = 0; i < 30; i++) {
                callers.get(i % 3).at(i % 2 == 0 ? C : A).get("/api/v1/members");
            }
            return rounds(30, 1);
        });
        cases.trial("D06", "all database connections killed under way", this::own, this::killed);
    }

    private Seen killed() throws Exception {
        var ended = new AtomicBoolean();
        try (var pool = Executors.newFixedThreadPool(6)) {
            var work = new ArrayList<Future<Integer>>();
            for (var i = 0; i < 6; i++) {
                var caller = callers.get(i % 3);
                work.add(pool.submit(() -> untilEnded(caller, ended)));
            }
            for (var i = 0; i < (cases.isShort() ? 3 : 30); i++) {
                fixture.text(TERMINATE);
                LockSupport.parkNanos(Duration.ofMillis(150).toNanos());
            }
            ended.set(true);
            var odd = 0;
            for (var done : work) {
                odd += done.get();
            }
            var after = rounds(30, 3);
            return Seen.of(
                    after.holds() && odd == 0, "neither 200 nor 503: %d; then %s".formatted(odd, after.figure()));
        }
    }

    private int untilEnded(Caller caller, AtomicBoolean ended) {
        var odd = 0;
        while (!ended.get()) {
            var status = caller.get(indicator(caller)).status();
            odd += status == 200 || status == 503 ? 0 : 1;
        }
        return odd;
    }

    private Seen own() {
        return Seen.of(callers.stream().allMatch(this::seesOwn), "own canaries");
    }

    private Seen rounds(int times, int threads) throws Exception {
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
            return Seen.of(wrong == 0, "%,d requests, %d wrong".formatted(times, wrong));
        }
    }

    private boolean seesOwn(Caller caller) {
        var one = caller.get(indicator(caller));
        var all = caller.get(indicator(caller).replaceFirst("/\\d+$", ""));
        return one.isOk()
                && all.isOk()
                && CanaryOracle.foreign(Set.of(tenant(caller)), one.body()).isEmpty();
    }

    private String indicator(Caller caller) {
        return fixture.path(tenant(caller), INDICATOR);
    }

    private static String tenant(Caller caller) {
        return Objects.requireNonNull(caller.tenant());
    }

    /** Roles are remembered for some seconds: by tenant, or one role would be good everywhere. */
    private void remembered() {
        var both = fixture.ofBoth();
        cases.trial("D09", "one person's remembered role of A is not B's", () -> {
            for (var i = 0; i < 20; i++) {
                var told = roles(both, A) + roles(both, B) + roles(both, C);
                if (!told.equals("[\"internal-assessor\"][\"data-entry\"][\"citizen\"]")) {
                    return Seen.of(false, told);
                }
            }
            return Seen.of(true, "60 questions in turn");
        });
        cases.trial("D09", "the idempotency key of one tenant is free in the other", () -> {
            var key = "key-" + UUID.randomUUID();
            var inA = Subject.must(begun(A, key)).json().path("id");
            var inC = Subject.must(begun(C, key)).json().path("id");
            return Seen.of(!inA.equals(inC), "two");
        });
    }

    private Answer begun(String tenant, String key) {
        return fixture.able(tenant, "assessment:create")
                .with("Idempotency-Key", key)
                .post(ASSESSMENTS, fixture.renewed(tenant, ASSESSMENTS));
    }

    private String roles(Principal who, String tenant) {
        return fixture.as(who, tenant).get("/api/v1/me").json().path("roles").toString();
    }

    /** A listener that fails for one tenant must not stop the others. */
    private void relay() {
        cases.trial(
                "D11",
                "an event that can never be told holds up no other tenant",
                () -> Seen.of(isRelayed(B), "told"),
                () -> {
                    fixture.text(POISON, fixture.tenant(C));
                    var inB = isRelayed(B);
                    var inC = isRelayed(C);
                    fixture.text("delete from outbox.event where data = '{\"sharing\": \"broken\"}'");
                    return Seen.of(inB && inC, "B " + inB + ", C itself " + inC);
                });
    }

    /** Something happens there; is it told? */
    private boolean isRelayed(String tenant) {
        var making = new Subject.Making(fixture, tenant, Principal.NOBODY);
        var invitation = Map.of("email", UUID.randomUUID() + "@contoh.example", "role", "walidata");
        var id = making.post("member:manage", "/api/v1/invitations", invitation)
                .path("id")
                .asString();
        return Fixture.await(Duration.ofSeconds(30), () -> fixture.number(TOLD, UUID.fromString(id)) > 0);
    }

    private void withPool(String size) {
        var core = fixture.stack().service(Part.PLATFORM_CORE).environment(Map.of("SATUATAP_DATABASE_POOLSIZE", size));
        core.stop();
        core.start();
        core.awaitReady(Duration.ofMinutes(2));
    }
}
