package id.satuatap.faults;

import id.satuatap.stack.Part;
import id.satuatap.stack.Rows;
import id.satuatap.stack.Stack;
import id.satuatap.stack.Suite;
import id.satuatap.stack.Waiting;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Database, identity and mail server halted under load: nobody hangs, nothing grows, and all goes on by itself. */
final class Halts implements Suite.Section {

    private static final Duration RECOVERY = Duration.ofSeconds(10);
    private static final int POOL = 10;
    /** In the twenty seconds each tenant's relay tries, gives up after ten, and tries once more; a halted server keeps both. */
    private static final int TRIES = 2;

    private final Ground ground;

    Halts(Ground ground) {
        this.ground = ground;
    }

    @Override
    public void run(Suite.Run run) {
        var rows = run.report().of("halt");
        database(run, rows, "F10", Duration.ofSeconds(5));
        if (!run.isShort()) {
            database(run, rows, "F11", Duration.ofSeconds(30));
        }
        identity(run, rows, Duration.ofSeconds(run.isShort() ? 4 : 15));
        if (!run.isShort()) {
            mail(run, rows, Duration.ofSeconds(20));
            silentIdentity(ground.stack(run), rows);
        }
    }

    private void database(Suite.Run run, Rows rows, String id, Duration time) {
        var stack = ground.stack(run);
        ground.under(run, rows, id, recorder -> {
            var before = Gauges.of(stack);
            var halted = Instant.now();
            stack.database().halt();
            Waiting.pass(time.dividedBy(2));
            var during = Gauges.of(stack);
            var open = stack.send(stack.request(null, "/api/v1/spbe/instruments"));
            Waiting.pass(Duration.between(Instant.now(), halted.plus(time)));
            stack.database().resume();
            var recovery = recorder.goodAfter(Instant.now(), Ground.PATIENCE).orElse(Ground.PATIENCE);
            Waiting.pass(Ground.WARM);
            var after = Gauges.of(stack);
            recorder.tell(rows, id, "database halted for %d s".formatted(time.toSeconds()), halted);
            rows.check(open.statusCode() == 200, id, "what needs no database is answered", "" + open.statusCode());
            rows.check(
                    during.lent() <= POOL && during.isLittleMoreThan(before) && after.isLittleMoreThan(before),
                    id,
                    "connections, threads and memory are bounded",
                    "before: %s; during: %s; after: %s",
                    before,
                    during,
                    after);
            rows.check(
                    run.isShort() || recovery.compareTo(RECOVERY) <= 0,
                    id,
                    "goes on by itself within seconds",
                    "first good write %,d ms after",
                    recovery.toMillis());
        });
    }

    private void identity(Suite.Run run, Rows rows, Duration time) {
        var stack = ground.stack(run);
        var identity = stack.service(Part.IDENTITY);
        ground.under(run, rows, "F12", recorder -> {
            var halted = Instant.now();
            identity.halt();
            var stranger = stranger(stack);
            var took = Duration.between(halted, Instant.now());
            Waiting.pass(Duration.between(Instant.now(), halted.plus(time)));
            var good = recorder.goodAfter(halted.plusSeconds(1), time);
            identity.resume();
            var failures = recorder.failures(halted, Instant.now());
            rows.check(
                    failures.isEmpty() && good.isPresent(),
                    "F12",
                    "identity halted for %d s: who is signed in works on".formatted(time.toSeconds()),
                    "%d failures %s",
                    failures.size(),
                    some(failures));
            rows.check(
                    saysComeBack(stranger, 503),
                    "F12",
                    "a token whose key is not known yet: told to come back",
                    "%d after %,d ms",
                    stranger.statusCode(),
                    took.toMillis());
        });
    }

    private static HttpResponse<String> stranger(Stack stack) {
        var issuer = stack.tokens();
        var token = issuer.sign(Map.of("alg", "RS256", "kid", "unknown"), issuer.claims("rembang-tenant-admin"));
        return stack.send(stack.request("rembang", "/api/v1/me").header("Authorization", "Bearer " + token));
    }

    private void mail(Suite.Run run, Rows rows, Duration time) {
        var stack = ground.stack(run);
        ground.under(run, rows, "F14", recorder -> {
            var before = Gauges.of(stack);
            var halted = Instant.now();
            ground.mail().wire().hold(true);
            Waiting.pass(time);
            var during = Gauges.of(stack);
            var lines = ground.mail().wire().connections();
            ground.mail().wire().hold(false);
            var failures = recorder.failures(halted, Instant.now());
            rows.check(
                    failures.isEmpty() && during.isLittleMoreThan(before) && lines <= TRIES * Load.TENANTS.size() + 1,
                    "F14",
                    "mail server silent for %d s: nobody notices, nothing piles up".formatted(time.toSeconds()),
                    "%d failures %s; %d connections to it; before: %s; during: %s",
                    failures.size(),
                    some(failures),
                    lines,
                    before,
                    during);
        });
    }

    /** What the gateway says of a part that takes connections and never answers. */
    private static void silentIdentity(Stack stack, Rows rows) {
        var identity = stack.service(Part.IDENTITY);
        identity.halt();
        var since = Instant.now();
        var answer = stack.send(stack.request("id", "/sign-in").timeout(Duration.ofSeconds(40)));
        var took = Duration.between(since, Instant.now());
        identity.resume();
        var back = Waiting.until(
                Duration.ofSeconds(30),
                () -> stack.send(stack.request("id", "/sign-in")).statusCode() == 200);
        rows.check(
                saysComeBack(answer, 504) && back,
                "F13",
                "a page of the halted identity: 504 with Retry-After after the gateway's 30 s, and well again afterwards",
                "%d after %,d ms",
                answer.statusCode(),
                took.toMillis());
    }

    private static boolean saysComeBack(HttpResponse<?> answer, int status) {
        return answer.statusCode() == status
                && answer.headers().firstValue("Retry-After").isPresent();
    }

    private static List<Reply> some(List<Reply> replies) {
        return replies.stream().limit(3).toList();
    }
}
