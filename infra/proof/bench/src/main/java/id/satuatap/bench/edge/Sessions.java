package id.satuatap.bench.edge;

import id.satuatap.stack.Part;
import id.satuatap.stack.Report.Outcome;
import id.satuatap.stack.Service;
import id.satuatap.stack.Stack;
import id.satuatap.stack.Suite.Run;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** What a session of the workspace with the control room open keeps on the heap, and whether a thousand leave anything behind. */
final class Sessions {

    private static final String SECTION = "session-heap";
    private static final String TENANT = "bengkulu";
    private static final String ROLE = "province-overseer";
    private static final String SCREEN = "kendali";
    private static final int OPEN = 40;
    private static final int SIGN_INS = 1000;
    private static final int AT_A_TIME = 4;
    private static final double MOST_KILOBYTES = 500;
    private static final double MOST_GROWTH_KILOBYTES = 2;
    private static final String IDLE = "SATUATAP_SESSION_IDLE";

    /** Every sixth time, Tomcat looks for sessions that have ended: here each 12 s, not each minute. */
    private static final Map<String, String> SHORT_LIVED =
            Map.of(IDLE, "30s", "SERVER_TOMCAT_BACKGROUNDPROCESSORDELAY", "2s");

    private static final Map<String, String> AS_USUAL =
            Map.of(IDLE, "2h", "SERVER_TOMCAT_BACKGROUNDPROCESSORDELAY", "10s");
    private static final Duration TO_START = Duration.ofMinutes(5);
    private static final Duration TO_EXPIRE = Duration.ofMinutes(4);
    private static final Pattern ACTIVE = Pattern.compile("(?m)^tomcat_sessions_active_current_sessions\\S* ([0-9.]+)");

    private final Run run;
    private final Stack stack;
    private final Service workspace;

    private Sessions(Run run) {
        this.run = run;
        this.stack = run.stack();
        this.workspace = stack.service(Part.TENANT_ADMIN);
    }

    /** A section of the suite. */
    static void run(Run run) {
        run.report()
                .add(
                        SECTION,
                        "citizen",
                        "a citizen's session: ≤ 250 kB",
                        Outcome.TOLD,
                        "0 kB: the public pages are plain HTML without a session; there is no Vaadin for citizens yet");
        var sessions = new Sessions(run);
        if (run.isShort()) {
            sessions.tryOut();
        } else {
            sessions.measure();
        }
    }

    private void tryOut() {
        var drawn = signIn().open(SCREEN);
        run.report()
                .check(
                        drawn.contains("sa-table") || drawn.contains("sa-tiles"),
                        SECTION,
                        "control",
                        "the control room is drawn for a session",
                        drawn.length() / 1024 + " kB of changes");
    }

    private void measure() {
        restart(SHORT_LIVED, true);
        try {
            var first = signIn();
            open(first, OPEN, AT_A_TIME); // classes, caches, threads: what the first ones cost is not theirs
            awaitNone();
            var before = Heap.kilobytes(workspace.pid());
            open(first, OPEN, 1);
            var most = Heap.kilobytes(workspace.pid());
            if (active() < OPEN) {
                throw new IllegalStateException("Sessions expired while they were measured: the machine is too busy");
            }
            var each = (most - before) / (double) OPEN;
            add("a session with the control room open: ≤ 500 kB", each <= MOST_KILOBYTES, Spread.number(each) + " kB");
            open(first, SIGN_INS - OPEN, AT_A_TIME);
            awaitNone();
            var after = Heap.kilobytes(workspace.pid());
            var growth = (after - before) / (double) SIGN_INS;
            add(
                    "after 1,000 sign-ins and the end of their sessions: no growth (≤ 2 kB each)",
                    growth <= MOST_GROWTH_KILOBYTES,
                    "%,d kB before, %,d kB with %d open, %,d kB after".formatted(before, most, OPEN, after));
        } finally {
            restart(AS_USUAL, false);
        }
    }

    private Visitor signIn() {
        return Visitor.signIn(stack, stack.credentials().user(TENANT, ROLE));
    }

    private static void open(Visitor person, int sessions, int atATime) {
        try (var threads = Executors.newFixedThreadPool(atATime)) {
            var opened = IntStream.range(0, sessions)
                    .mapToObj(session -> threads.submit(() -> person.again().open(SCREEN)))
                    .toList();
            opened.forEach(Sessions::await);
        }
    }

    private static void await(Future<String> drawn) {
        try {
            drawn.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void restart(Map<String, String> environment, boolean asInProduction) {
        workspace.environment(environment);
        if (asInProduction) {
            workspace.withoutJavaOptions("-XX:TieredStopAtLevel");
        } else {
            workspace.javaOptions(List.of("-XX:TieredStopAtLevel=1"));
        }
        workspace.stop();
        workspace.start();
        workspace.awaitReady(TO_START);
    }

    private void awaitNone() {
        var deadline = Instant.now().plus(TO_EXPIRE);
        while (active() > 0) {
            if (Instant.now().isAfter(deadline)) {
                throw new IllegalStateException("Sessions do not end");
            }
            LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
        }
    }

    private double active() {
        var metrics = stack.send(stack.requestTo(Part.TENANT_ADMIN, "/admin/actuator/prometheus"));
        var active = ACTIVE.matcher(metrics.body());
        if (!active.find()) {
            throw new IllegalStateException("No count of sessions");
        }
        return Double.parseDouble(active.group(1));
    }

    private void add(String what, boolean reached, String figure) {
        run.report().add(SECTION, "control", what, reached ? Outcome.PASSED : Outcome.SHORT, figure);
    }
}
