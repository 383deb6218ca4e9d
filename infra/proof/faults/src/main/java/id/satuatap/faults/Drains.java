package id.satuatap.faults;

import id.satuatap.stack.Part;
import id.satuatap.stack.Rows;
import id.satuatap.stack.Service;
import id.satuatap.stack.Suite;
import id.satuatap.stack.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** {@code SIGTERM} under load: what was sent before it is answered; with two cores nobody notices at all. */
final class Drains implements Suite.Section {

    private static final Duration GONE = Duration.ofSeconds(30);
    private static final int RESTARTS = 10;
    private static final int PEOPLE = 8;

    private final Ground ground;

    Drains(Ground ground) {
        this.ground = ground;
    }

    @Override
    public void run(Suite.Run run) {
        var rows = run.report().of("drain");
        var address = "http://127.0.0.1:" + ground.stack(run).port(Part.PLATFORM_CORE);
        try {
            twoCores(run, rows, address);
        } finally {
            coresOfGateway(run, address);
        }
        if (!run.isShort()) {
            writes(run, rows, "F31", Part.PLATFORM_CORE);
            page(run, rows, "F33", Part.TENANT_ADMIN, "rembang", "/admin/");
            page(run, rows, "F34", Part.CITIZEN_UI, "rembang", "/");
            page(run, rows, "F35", Part.IDENTITY, "id", "/sign-in");
            writes(run, rows, "F32", Part.GATEWAY);
        }
    }

    private void writes(Suite.Run run, Rows rows, String id, Part part) {
        ground.under(run, rows, id, recorder -> end(run, rows, id, part, recorder));
    }

    private void page(Suite.Run run, Rows rows, String id, Part part, String host, String path) {
        try (var visits = Visits.start(ground.stack(run), host, path, PEOPLE)) {
            Waiting.pass(Ground.WARM);
            end(run, rows, id, part, visits.recorder());
        }
    }

    private void end(Suite.Run run, Rows rows, String id, Part part, Recorder recorder) {
        var service = ground.stack(run).service(part);
        var signal = Instant.now();
        var took = service.stop();
        restart(service);
        var failures = recorder.failures(Instant.MIN, signal);
        rows.check(
                failures.isEmpty() && took.compareTo(GONE) <= 0,
                id,
                part.label() + " told to end under load: what was sent before is answered, gone in 30 s",
                "%d failures %s, gone after %,d ms",
                failures.size(),
                failures.stream().limit(3).toList(),
                took.toMillis());
    }

    /** Restarted in turn behind one gateway. */
    private void twoCores(Suite.Run run, Rows rows, String address) {
        var first = ground.stack(run).service(Part.PLATFORM_CORE);
        var second = ground.anotherCore(run);
        restart(second.service());
        try {
            coresOfGateway(run, address + ",http://127.0.0.1:" + second.port());
            ground.under(run, rows, "F30", recorder -> inTurn(run, rows, List.of(first, second.service()), recorder));
        } finally {
            second.service().stop();
        }
    }

    private static void inTurn(Suite.Run run, Rows rows, List<Service> cores, Recorder recorder) {
        var restarts = run.isShort() ? 2 : RESTARTS;
        var longest = Duration.ZERO;
        var since = Instant.now();
        for (var number = 0; number < restarts; number++) {
            var core = cores.get(number % cores.size());
            var gone = core.stop();
            longest = gone.compareTo(longest) > 0 ? gone : longest;
            restart(core);
            Waiting.pass(Ground.WARM);
        }
        var failures = recorder.failures(since, Instant.now());
        rows.check(
                failures.isEmpty() && longest.compareTo(GONE) <= 0,
                "F30",
                "two cores behind the gateway, restarted in turn %d times: no 5xx".formatted(restarts),
                "%,d acknowledged, %d failures %s, gone after %,d ms at most",
                recorder.acknowledged(),
                failures.size(),
                failures.stream().limit(3).toList(),
                longest.toMillis());
    }

    private void coresOfGateway(Suite.Run run, String addresses) {
        var gateway = ground.stack(run).service(Part.GATEWAY).environment(Map.of("SATUATAP_CORE_URL", addresses));
        gateway.stop();
        restart(gateway);
    }

    private static void restart(Service service) {
        service.start();
        service.awaitReady(Ground.PATIENCE);
    }
}
