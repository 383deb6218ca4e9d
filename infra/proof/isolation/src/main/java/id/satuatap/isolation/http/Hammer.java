package id.satuatap.isolation.http;

import static id.satuatap.isolation.Fixture.A;
import static id.satuatap.isolation.Fixture.B;
import static id.satuatap.isolation.Fixture.C;

import id.satuatap.isolation.Caller;
import id.satuatap.isolation.CanaryOracle;
import id.satuatap.isolation.Cases;
import id.satuatap.isolation.Fixture;
import id.satuatap.stack.Answer;
import id.satuatap.stack.Request;
import id.satuatap.stack.Wire;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/** A million requests of three tenants, ten thousand of them given up midway: nothing foreign in any answer, and a clean pool afterwards. */
public final class Hammer {

    private static final String INDICATOR = "/api/v1/spbe/assessments/{assessment}/indicators/{no}";
    private static final int CORE_WORKERS = 12;
    /** One for each tenant, slow enough for the limit of one client. */
    private static final Duration GATEWAY_PAUSE = Duration.ofMillis(4);

    private static final Duration HANG = Duration.ofSeconds(15);
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    /**
     * A request as bytes, and what must come back.
     *
     * @param tenant whose canaries alone may be in the answer
     */
    private record Shot(int port, byte[] bytes, String tenant, int status) {

        static Shot of(Caller caller, Request request, int status) {
            return new Shot(caller.port(), caller.bytes(request), Objects.requireNonNull(caller.tenant()), status);
        }
    }

    private final Cases cases;
    private final Fixture fixture;
    private final List<Shot> shots = new ArrayList<>();
    private final List<Shot> throughGateway = new ArrayList<>();
    private final AtomicLong left;
    private final AtomicLong cuts;
    private final LongAdder sent = new LongAdder();
    private final LongAdder cut = new LongAdder();
    private final AtomicLong slowest = new AtomicLong();
    private final LongAdder hangs = new LongAdder();
    private final Map<String, LongAdder> wrong = new ConcurrentHashMap<>();

    private Hammer(Cases cases) {
        this.cases = cases;
        this.fixture = cases.fixture();
        this.left = new AtomicLong(cases.isShort() ? 5_000 : 1_000_000);
        this.cuts = new AtomicLong(cases.isShort() ? 200 : 10_000);
        for (var tenant : List.of(A, B, C)) {
            prepare(tenant, tenant.equals(A) ? B : A);
        }
    }

    public static void run(Cases cases) throws Exception {
        new Hammer(cases).strike();
    }

    private void prepare(String tenant, String other) {
        var assessor = fixture.as(tenant, "internal-assessor");
        var stranger = fixture.as(fixture.member(other, "tenant-admin"), tenant);
        var own = Request.get(fixture.path(tenant, INDICATOR));
        var theirs = Request.get(fixture.path(other, INDICATOR));
        var long3000 = Map.of("level", 2, "fact", "x".repeat(3000), "analysis", "");
        var withoutVersion = Request.json("PUT", own.path(), long3000);
        var saves = withoutVersion.with("If-Match", "\"1\"");
        for (var i = 0; i < 6; i++) {
            shots.add(Shot.of(assessor, Request.get("/api/v1/me"), 200));
            shots.add(Shot.of(assessor, own, 200));
        }
        for (var i = 0; i < 3; i++) {
            shots.add(Shot.of(assessor, theirs, 404));
            shots.add(Shot.of(stranger, saves, 403));
        }
        shots.add(Shot.of(stranger, own, 403));
        shots.add(Shot.of(assessor, withoutVersion, 428));
        shots.add(Shot.of(assessor, Request.get("/api/v1/tenants/" + tenant), 200));
        throughGateway.add(Shot.of(throughGateway(assessor), own, 200));
        throughGateway.add(Shot.of(throughGateway(stranger), saves, 403));
        throughGateway.add(Shot.of(throughGateway(assessor), theirs, 404));
    }

    private Caller throughGateway(Caller caller) {
        return fixture.client().as(caller.principal()).at(caller.tenant());
    }

    private void strike() throws Exception {
        var since = System.nanoTime();
        try (var pool = Executors.newCachedThreadPool()) {
            var work = new ArrayList<Future<?>>();
            for (var i = 0; i < CORE_WORKERS; i++) {
                var seed = i;
                work.add(pool.submit(() -> worker(shots, new SplittableRandom(seed), Duration.ZERO)));
            }
            work.add(pool.submit(() -> worker(throughGateway, new SplittableRandom(99), GATEWAY_PAUSE)));
            work.add(pool.submit(() -> cutter(new SplittableRandom(7))));
            for (var done : work) {
                done.get();
            }
        }
        var seconds = (System.nanoTime() - since) / 1e9;
        cases.add(
                "D02",
                "nothing foreign in any answer, and each as it must be",
                wrong.isEmpty(),
                "%,d requests in %.0f s (%.0f/s), wrong: %s"
                        .formatted(sent.sum(), seconds, sent.sum() / seconds, wrong));
        cases.add(
                "",
                "no answer hangs, refused uploads of bodies included",
                hangs.sum() == 0,
                "slowest %,d ms, over %d s: %d".formatted(slowest.get() / 1_000_000, HANG.toSeconds(), hangs.sum()));
        new PoolState(fixture).check(cases, cut.sum());
    }

    /** On one kept connection, so that a million requests cost the tried, not the trier. */
    private Void worker(List<Shot> from, SplittableRandom random, Duration pause) throws IOException {
        var wire = Wire.to(from.getFirst().port(), PATIENCE);
        while (left.getAndDecrement() > 0) {
            var shot = from.get(random.nextInt(from.size()));
            var since = System.nanoTime();
            var answer = wire.write(shot.bytes()).read();
            var took = System.nanoTime() - since;
            judge(shot, answer, took);
            if (answer.status() <= 0 || answer.header("Connection").equalsIgnoreCase("close")) {
                wire.close();
                wire = Wire.to(shot.port(), PATIENCE);
            }
            LockSupport.parkNanos(pause.toNanos());
        }
        wire.close();
        return null;
    }

    private void judge(Shot shot, Answer answer, long took) {
        sent.increment();
        slowest.accumulateAndGet(took, Math::max);
        if (took > HANG.toNanos()) {
            hangs.increment();
        }
        if (answer.status() != shot.status() && answer.status() != 429) {
            wrong("%s instead of %d".formatted(answer.brief(), shot.status()));
        }
        CanaryOracle.foreign(Set.of(shot.tenant()), answer.body())
                .ifPresent(canary -> wrong(canary + " told in " + shot.tenant()));
    }

    private void wrong(String what) {
        wrong.computeIfAbsent(what, key -> new LongAdder()).increment();
    }

    /** Gives up at any byte of the request, or while the answer is being made. */
    private Void cutter(SplittableRandom random) throws IOException {
        while (cuts.getAndDecrement() > 0) {
            var shot = shots.get(random.nextInt(shots.size()));
            var whole = random.nextInt(4) > 0;
            var bytes = whole ? shot.bytes().length : random.nextInt(1, shot.bytes().length);
            Wire.cut(shot.port(), shot.bytes(), bytes, Duration.ofNanos(random.nextLong(8_000_000)));
            cut.increment();
        }
        return null;
    }
}
