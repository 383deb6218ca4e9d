package id.satuatap.isolation.http;

import static id.satuatap.isolation.Fixture.A;
import static id.satuatap.isolation.Fixture.B;
import static id.satuatap.isolation.Fixture.C;

import id.satuatap.isolation.Fixture;
import id.satuatap.stack.Part;
import id.satuatap.stack.Suite;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/** A million requests of three tenants, ten thousand of them given up midway: nothing foreign in any answer, and a clean pool afterwards. */
public final class Hammer {

    private static final String SECTION = "hammer";
    private static final int CORE_WORKERS = 12;
    /** One for each tenant, slow enough for the limit of one client. */
    private static final Duration GATEWAY_PAUSE = Duration.ofMillis(12);

    private static final Duration HANG = Duration.ofSeconds(15);

    private final Suite.Run run;
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

    private Hammer(Suite.Run run, Fixture fixture) {
        this.run = run;
        this.fixture = fixture;
        this.left = new AtomicLong(run.isShort() ? 5_000 : 1_000_000);
        this.cuts = new AtomicLong(run.isShort() ? 200 : 10_000);
        for (var tenant : List.of(A, B, C)) {
            prepare(tenant, tenant.equals(A) ? B : A);
        }
    }

    public static void run(Suite.Run run) throws Exception {
        new Hammer(run, Fixture.of(run)).strike();
    }

    private void prepare(String tenant, String other) {
        var assessor = fixture.member(tenant, "internal-assessor");
        var stranger = fixture.member(other, "tenant-admin");
        var own = fixture.place(tenant);
        var foreign = fixture.place(other);
        var me = Request.get("/api/v1/me");
        var answer = Request.get(own.indicatorPath());
        var theirs = Request.get(foreign.indicatorPath());
        var saves = Request.json(
                        "PUT",
                        own.indicatorPath(),
                        "{\"level\": 2, \"fact\": \"%s\", \"analysis\": \"\"}".formatted("x".repeat(3000)))
                .with("If-Match", "\"1\"");
        var withoutVersion =
                new Request("PUT", own.indicatorPath(), saves.body(), Map.of("Content-Type", "application/json"));
        for (var i = 0; i < 6; i++) {
            shots.add(Shot.atCore(fixture, assessor, tenant, me, 200));
            shots.add(Shot.atCore(fixture, assessor, tenant, answer, 200));
        }
        for (var i = 0; i < 3; i++) {
            shots.add(Shot.atCore(fixture, assessor, tenant, theirs, 404));
            shots.add(Shot.atCore(fixture, stranger, tenant, saves, 403));
        }
        shots.add(Shot.atCore(fixture, stranger, tenant, answer, 403));
        shots.add(Shot.atCore(fixture, assessor, tenant, withoutVersion, 428));
        shots.add(Shot.atCore(fixture, assessor, tenant, Request.get("/api/v1/tenants/" + tenant), 200));
        throughGateway.add(Shot.atGateway(fixture, assessor, tenant, answer, 200));
        throughGateway.add(Shot.atGateway(fixture, stranger, tenant, saves, 403));
        throughGateway.add(Shot.atGateway(fixture, assessor, tenant, theirs, 404));
    }

    private void strike() throws Exception {
        var since = System.nanoTime();
        try (var pool = Executors.newCachedThreadPool()) {
            var work = new ArrayList<Future<?>>();
            for (var i = 0; i < CORE_WORKERS; i++) {
                var seed = i;
                work.add(pool.submit(() -> worker(Part.PLATFORM_CORE, shots, new SplittableRandom(seed), 0)));
            }
            work.add(pool.submit(
                    () -> worker(Part.GATEWAY, throughGateway, new SplittableRandom(99), GATEWAY_PAUSE.toNanos() / 3)));
            work.add(pool.submit(() -> cutter(new SplittableRandom(7))));
            watch(work);
            for (var done : work) {
                done.get();
            }
        }
        var seconds = (System.nanoTime() - since) / 1e9;
        run.report()
                .check(
                        wrong.isEmpty(),
                        SECTION,
                        "D02",
                        "nothing foreign in any answer, and each as it must be",
                        "%,d requests in %.0f s (%.0f/s), wrong: %s"
                                .formatted(sent.sum(), seconds, sent.sum() / seconds, wrong));
        run.report()
                .check(
                        hangs.sum() == 0,
                        SECTION,
                        "",
                        "no answer hangs, refused uploads of bodies included",
                        "slowest %,d ms, over %d s: %d"
                                .formatted(slowest.get() / 1_000_000, HANG.toSeconds(), hangs.sum()));
        new PoolState(run, fixture).check(cut.sum());
    }

    private Void worker(Part part, List<Shot> from, SplittableRandom random, long pause) throws IOException {
        try (var wire = new Wire(fixture.stack().port(part))) {
            while (left.getAndDecrement() > 0) {
                var shot = from.get(random.nextInt(from.size()));
                var since = System.nanoTime();
                fire(wire, shot);
                var took = System.nanoTime() - since;
                slowest.accumulateAndGet(took, Math::max);
                if (took > HANG.toNanos()) {
                    hangs.increment();
                }
                if (pause > 0) {
                    LockSupport.parkNanos(pause);
                }
            }
        }
        return null;
    }

    private void fire(Wire wire, Shot shot) throws IOException {
        try {
            var status = wire.send(shot.bytes());
            sent.increment();
            if (status != shot.status() && status != 429) {
                wrong("%d instead of %d".formatted(status, shot.status()));
            }
            fixture.oracle()
                    .foreign(shot.tenant(), wire.body(), wire.length())
                    .ifPresent(canary -> wrong(canary + " told in " + shot.tenant()));
        } catch (IOException e) {
            wrong(e.toString());
            wire.reopen();
        }
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
            Wire.cut(fixture.stack().port(Part.PLATFORM_CORE), shot.bytes(), bytes, random.nextLong(8_000_000));
            cut.increment();
        }
        return null;
    }

    private void watch(List<Future<?>> work) {
        var next = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (work.stream().anyMatch(one -> !one.isDone())) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            if (System.nanoTime() > next) {
                System.out.printf("  hammer: %,d sent, %,d cut, wrong %s%n", sent.sum(), cut.sum(), wrong);
                next += Duration.ofSeconds(30).toNanos();
            }
        }
    }
}
