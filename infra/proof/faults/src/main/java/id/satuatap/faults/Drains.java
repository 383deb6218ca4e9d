package id.satuatap.faults;

import id.satuatap.stack.Part;
import id.satuatap.stack.Report.Outcome;
import id.satuatap.stack.Service;
import id.satuatap.stack.Stack;
import id.satuatap.stack.Suite;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** {@code SIGTERM} under load: what was sent before it is answered; with two cores nobody notices at all. */
final class Drains implements Suite.Section {

    private static final String NAME = "drain";
    private static final Duration GONE = Duration.ofSeconds(30);
    private static final Duration READY = Duration.ofMinutes(2);
    private static final Duration LOADED = Duration.ofSeconds(2);
    private static final int RESTARTS = 10;
    private static final int PEOPLE = 8;

    private final Ground ground;

    Drains(Ground ground) {
        this.ground = ground;
    }

    @Override
    public void run(Suite.Run run) throws IOException {
        var stack = ground.stack(run);
        try {
            twoCores(run, stack);
        } finally {
            restart(stack.service(Part.GATEWAY).environment(Map.of("SATUATAP_CORE_URL", address(stack))));
        }
        if (!run.isShort()) {
            writes(run, stack, Part.PLATFORM_CORE, "F31");
            page(run, stack, Part.TENANT_ADMIN, "rembang", "/admin/", "F33");
            page(run, stack, Part.CITIZEN_UI, "rembang", "/", "F34");
            page(run, stack, Part.IDENTITY, "id", "/sign-in", "F35");
            writes(run, stack, Part.GATEWAY, "F32");
        }
    }

    private void writes(Suite.Run run, Stack stack, Part part, String id) {
        Recorder recorder;
        try (var load = ground.load(run)) {
            recorder = load.recorder();
            end(run, stack.service(part), recorder, id, part.label());
        }
        kept(run, stack, recorder, id);
    }

    private void page(Suite.Run run, Stack stack, Part part, String host, String path, String id) {
        try (var visits = Visits.start(stack, host, path, PEOPLE)) {
            end(run, stack.service(part), visits.recorder(), id, part.label());
        }
    }

    private static void end(Suite.Run run, Service service, Recorder recorder, String id, String label) {
        var begun = Instant.now();
        Waiting.pass(LOADED);
        var signal = Instant.now();
        service.terminate();
        service.awaitEnd();
        var took = Duration.between(signal, Instant.now());
        service.start();
        service.awaitReady(READY);
        var failures = recorder.failures(begun, signal);
        run.report()
                .check(
                        failures.isEmpty() && took.compareTo(GONE) <= 0,
                        NAME,
                        id,
                        label + " told to end under load: what was sent before is answered, gone in 30 s",
                        "%d failures %s, gone after %,d ms"
                                .formatted(
                                        failures.size(),
                                        failures.stream().limit(3).toList(),
                                        took.toMillis()));
    }

    /** Restarted in turn behind one gateway. */
    private void twoCores(Suite.Run run, Stack stack) throws IOException {
        var first = stack.service(Part.PLATFORM_CORE);
        var port = freePort();
        var second = first.replica(port);
        second.start();
        try {
            second.awaitReady(READY);
            restart(stack.service(Part.GATEWAY)
                    .environment(Map.of("SATUATAP_CORE_URL", address(stack) + ",http://127.0.0.1:" + port)));
            inTurn(run, stack, List.of(first, second));
        } finally {
            second.stop();
        }
    }

    private void inTurn(Suite.Run run, Stack stack, List<Service> cores) {
        var restarts = run.isShort() ? 2 : RESTARTS;
        var longest = Duration.ZERO;
        var since = Instant.now();
        Recorder recorder;
        try (var load = ground.load(run)) {
            recorder = load.recorder();
            for (var number = 0; number < restarts; number++) {
                Waiting.pass(LOADED);
                var core = cores.get(number % cores.size());
                var gone = core.stop();
                longest = gone.compareTo(longest) > 0 ? gone : longest;
                core.start();
                core.awaitReady(READY);
            }
            Waiting.pass(LOADED);
        }
        var failures = recorder.failures(since, Instant.now());
        run.report()
                .add(
                        NAME,
                        "F30",
                        "two cores behind the gateway, restarted in turn %d times: no 5xx".formatted(restarts),
                        failures.isEmpty() && longest.compareTo(GONE) <= 0 ? Outcome.PASSED : Outcome.FAILED,
                        "%,d acknowledged, %d failures %s, gone after %,d ms at most"
                                .formatted(
                                        recorder.acknowledged(),
                                        failures.size(),
                                        failures.stream().limit(3).toList(),
                                        longest.toMillis()));
        kept(run, stack, recorder, "F30");
    }

    private static void kept(Suite.Run run, Stack stack, Recorder recorder, String id) {
        var verdict = new Checker(stack).check(recorder.writes(), run.isShort());
        run.report().check(verdict.isGood(), NAME, id, "acknowledged is there once", verdict.toString());
    }

    private static void restart(Service service) {
        service.stop();
        service.start();
        service.awaitReady(READY);
    }

    private static String address(Stack stack) {
        return "http://127.0.0.1:" + stack.port(Part.PLATFORM_CORE);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
