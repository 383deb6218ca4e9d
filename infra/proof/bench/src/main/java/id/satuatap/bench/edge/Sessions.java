package id.satuatap.bench.edge;

import id.satuatap.bench.Samples;
import id.satuatap.stack.Part;
import id.satuatap.stack.Rows;
import id.satuatap.stack.Service;
import id.satuatap.stack.Stack;
import id.satuatap.stack.Suite.Run;
import id.satuatap.stack.Waiting;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** What a session of the workspace with the control room open keeps on the heap, and whether a thousand leave anything behind. */
public final class Sessions {

    private static final String SCREEN = "kendali";
    private static final int OPEN = 40;
    private static final int SIGN_INS = 1000;
    private static final int AT_A_TIME = 4;

    private static final String IDLE = "SATUATAP_SESSION_IDLE";
    private static final String TURN = "SERVER_TOMCAT_BACKGROUNDPROCESSORDELAY";
    /** Every sixth time, Tomcat looks for sessions that have ended: here each 12 s, not each minute. */
    private static final Map<String, String> SHORT_LIVED = Map.of(IDLE, "30s", TURN, "2s");

    private static final Map<String, String> AS_USUAL = Map.of(IDLE, "2h", TURN, "10s");
    private static final Duration TO_START = Duration.ofMinutes(5);
    private static final Duration TO_EXPIRE = Duration.ofMinutes(4);
    private static final Pattern ACTIVE = Pattern.compile("(?m)^tomcat_sessions_active_current_sessions\\S* ([0-9.]+)");

    private final boolean isShort;
    private final Rows rows;
    private final Stack stack;
    private final Service workspace;

    public Sessions(Run run) {
        this.isShort = run.isShort();
        this.rows = run.report().of("session-heap");
        this.stack = run.stack();
        this.workspace = stack.service(Part.TENANT_ADMIN);
    }

    public void run() {
        rows.told(
                "citizen",
                "a citizen's session: ≤ 250 kB",
                "0 kB: the public pages are plain HTML without a session; there is no Vaadin for citizens yet");
        if (isShort) {
            var drawn = signIn().open(SCREEN);
            rows.check(
                    drawn.contains("sa-table") || drawn.contains("sa-tiles"),
                    "control",
                    "the control room is drawn for a session",
                    "%d kB of changes",
                    drawn.length() / 1024);
            return;
        }
        restart(workspace.environment(SHORT_LIVED).withoutJavaOptions("-XX:TieredStopAtLevel"));
        try {
            measure();
        } finally {
            restart(workspace.environment(AS_USUAL).javaOptions(List.of("-XX:TieredStopAtLevel=1")));
        }
    }

    private void measure() {
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
        rows.reach(
                each <= 500,
                "control",
                "a session with the control room open: ≤ 500 kB",
                "%s kB",
                Samples.number(each));
        open(first, SIGN_INS - OPEN, AT_A_TIME);
        awaitNone();
        var after = Heap.kilobytes(workspace.pid());
        rows.reach(
                after - before <= 2 * SIGN_INS,
                "control",
                "after 1,000 sign-ins and the end of their sessions: no growth (≤ 2 kB each)",
                "%,d kB before, %,d kB with %d open, %,d kB after",
                before,
                most,
                OPEN,
                after);
    }

    private Visitor signIn() {
        return Visitor.signIn(stack, stack.credentials().user("bengkulu", "province-overseer"));
    }

    private static void open(Visitor person, int sessions, int atATime) {
        try (var threads = Executors.newFixedThreadPool(atATime)) {
            for (var opened : IntStream.range(0, sessions)
                    .mapToObj(session -> threads.submit(() -> person.again().open(SCREEN)))
                    .toList()) {
                opened.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void restart(Service service) {
        service.stop();
        service.start();
        service.awaitReady(TO_START);
    }

    private void awaitNone() {
        if (!Waiting.until(TO_EXPIRE, () -> active() == 0)) {
            throw new IllegalStateException("Sessions do not end");
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
}
