package id.satuatap.faults;

import id.satuatap.stack.Part;
import id.satuatap.stack.Report;
import id.satuatap.stack.Stack;
import id.satuatap.stack.Suite;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Database, identity and mail server halted under load: nobody hangs, nothing grows, and all goes on by itself. */
final class Halts implements Suite.Section {

    private static final String NAME = "halt";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration BEFORE = Duration.ofSeconds(2);

    /** Core gives a silent database up after 20 s; what waits for a connection, after 5 s. */
    private static final Duration LONGEST = Duration.ofSeconds(26);

    private static final Duration RECOVERY = Duration.ofSeconds(10);
    private static final int POOL = 10;

    /** In the twenty seconds each tenant's relay tries, gives up after ten, and tries once more; a halted server keeps both. */
    private static final int TRIES = 2;

    private static final int MORE_THREADS = 40;
    private static final int MORE_MEGABYTES = 150;

    private final Ground ground;

    Halts(Ground ground) {
        this.ground = ground;
    }

    @Override
    public void run(Suite.Run run) {
        var stack = ground.stack(run);
        database(run, stack, Duration.ofSeconds(5), "F10");
        if (!run.isShort()) {
            database(run, stack, Duration.ofSeconds(30), "F11");
        }
        identity(run, stack);
        if (!run.isShort()) {
            mail(run, stack);
            silentIdentity(run, stack);
        }
    }

    private void database(Suite.Run run, Stack stack, Duration time, String id) {
        var report = run.report();
        Recorder recorder;
        try (var load = ground.load(run)) {
            recorder = load.recorder();
            Waiting.pass(BEFORE);
            var before = Gauges.of(stack);
            var halted = Instant.now();
            stack.database().halt();
            Waiting.pass(time.dividedBy(2));
            var during = Gauges.of(stack);
            var open = stack.send(stack.request(null, "/api/v1/spbe/instruments"));
            Waiting.pass(Duration.between(Instant.now(), halted.plus(time)));
            stack.database().resume();
            var resumed = Instant.now();
            var recovery = recorder.goodAfter(resumed, PATIENCE).orElse(PATIENCE);
            Waiting.pass(BEFORE);
            var after = Gauges.of(stack);
            answers(report, id, "database halted for %d s".formatted(time.toSeconds()), recorder, halted);
            report.check(
                    open.statusCode() == 200,
                    NAME,
                    id,
                    "what needs no database is answered",
                    "%d".formatted(open.statusCode()));
            report.check(
                    during.lent() <= POOL && grewLittle(before, during) && grewLittle(before, after),
                    NAME,
                    id,
                    "connections, threads and memory are bounded",
                    "before: %s; during: %s; after: %s".formatted(before, during, after));
            report.check(
                    run.isShort() || recovery.compareTo(RECOVERY) <= 0,
                    NAME,
                    id,
                    "goes on by itself within seconds",
                    "first good write %,d ms after".formatted(recovery.toMillis()));
        }
        kept(run, stack, recorder, id);
    }

    private void answers(Report report, String id, String what, Recorder recorder, Instant since) {
        var failures = recorder.failures(since.minus(BEFORE), Instant.now());
        var bad = failures.stream().filter(reply -> !reply.saysComeBack()).toList();
        var longest = recorder.slowest(since.minus(BEFORE));
        report.check(
                bad.isEmpty() && longest.compareTo(LONGEST) <= 0,
                NAME,
                id,
                what + ": answered, or told to come back, in bounded time",
                "%d × 503 with Retry-After, %d others %s, longest answer %,d ms"
                        .formatted(failures.size() - bad.size(), bad.size(), some(bad), longest.toMillis()));
    }

    private void identity(Suite.Run run, Stack stack) {
        var time = Duration.ofSeconds(run.isShort() ? 4 : 15);
        var identity = stack.service(Part.IDENTITY);
        Recorder recorder;
        try (var load = ground.load(run)) {
            recorder = load.recorder();
            Waiting.pass(BEFORE);
            var halted = Instant.now();
            identity.halt();
            var stranger = stranger(stack);
            var took = Duration.between(halted, Instant.now());
            Waiting.pass(Duration.between(Instant.now(), halted.plus(time)));
            var good = recorder.goodAfter(halted.plusSeconds(1), time);
            identity.resume();
            var failures = recorder.failures(halted, Instant.now());
            run.report()
                    .check(
                            failures.isEmpty() && good.isPresent(),
                            NAME,
                            "F12",
                            "identity halted for %d s: who is signed in works on".formatted(time.toSeconds()),
                            "%d failures %s".formatted(failures.size(), some(failures)));
            run.report()
                    .check(
                            stranger.statusCode() == 503
                                    && stranger.headers()
                                            .firstValue("Retry-After")
                                            .isPresent(),
                            NAME,
                            "F12",
                            "a token whose key is not known yet: told to come back",
                            "%d after %,d ms".formatted(stranger.statusCode(), took.toMillis()));
        }
        kept(run, stack, recorder, "F12");
    }

    private static java.net.http.HttpResponse<String> stranger(Stack stack) {
        var issuer = stack.tokens();
        var token = issuer.sign(Map.of("alg", "RS256", "kid", "unknown"), issuer.claims("rembang-tenant-admin"));
        return stack.send(stack.request("rembang", "/api/v1/me").header("Authorization", "Bearer " + token));
    }

    /** What the gateway says of a part that takes connections and never answers. */
    private void silentIdentity(Suite.Run run, Stack stack) {
        var identity = stack.service(Part.IDENTITY);
        identity.halt();
        var since = Instant.now();
        var answer = stack.send(stack.request("id", "/sign-in").timeout(Duration.ofSeconds(40)));
        var took = Duration.between(since, Instant.now());
        identity.resume();
        var back = Waiting.until(
                Duration.ofSeconds(30),
                () -> stack.send(stack.request("id", "/sign-in")).statusCode() == 200);
        run.report()
                .check(
                        answer.statusCode() == 504
                                && answer.headers().firstValue("Retry-After").isPresent()
                                && back,
                        NAME,
                        "F13",
                        "a page of the halted identity: 504 with Retry-After after the gateway's 30 s, and well again afterwards",
                        "%d after %,d ms".formatted(answer.statusCode(), took.toMillis()));
    }

    private void mail(Suite.Run run, Stack stack) {
        var time = Duration.ofSeconds(20);
        Recorder recorder;
        try (var load = ground.load(run)) {
            recorder = load.recorder();
            Waiting.pass(BEFORE);
            var before = Gauges.of(stack);
            var halted = Instant.now();
            ground.mail().halt();
            Waiting.pass(time);
            var during = Gauges.of(stack);
            var lines = ground.mail().openConnections();
            ground.mail().resume();
            var failures = recorder.failures(halted, Instant.now());
            run.report()
                    .check(
                            failures.isEmpty()
                                    && grewLittle(before, during)
                                    && lines <= TRIES * Load.TENANTS.size() + 1,
                            NAME,
                            "F14",
                            "mail server silent for %d s: nobody notices, nothing piles up".formatted(time.toSeconds()),
                            "%d failures %s; %d connections to it; before: %s; during: %s"
                                    .formatted(failures.size(), some(failures), lines, before, during));
        }
        kept(run, stack, recorder, "F14");
    }

    private static void kept(Suite.Run run, Stack stack, Recorder recorder, String id) {
        var verdict = new Checker(stack).check(recorder.writes(), run.isShort());
        run.report().check(verdict.isGood(), NAME, id, "acknowledged is there once", verdict.toString());
    }

    private static boolean grewLittle(Gauges before, Gauges later) {
        return later.threads() <= before.threads() + MORE_THREADS
                && later.megabytes() <= before.megabytes() + MORE_MEGABYTES;
    }

    private static String some(List<Reply> replies) {
        return replies.isEmpty() ? "" : replies.stream().limit(3).toList().toString();
    }
}
