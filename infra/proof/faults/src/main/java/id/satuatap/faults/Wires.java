package id.satuatap.faults;

import id.satuatap.stack.Rows;
import id.satuatap.stack.Suite;
import id.satuatap.stack.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** The wire between core and its database made long, reset, and silent, each under load. */
final class Wires implements Suite.Section {

    private static final Duration ONE_WAY = Duration.ofMillis(100);

    private final Ground ground;

    Wires(Ground ground) {
        this.ground = ground;
    }

    @Override
    public void run(Suite.Run run) {
        var rows = run.report().of("wire");
        var time = Duration.ofSeconds(run.isShort() ? 3 : 20);
        under(run, rows, "F21", "connections to the database reset again and again", wire -> reset(wire, time));
        if (!run.isShort()) {
            under(run, rows, "F20", "200 ms to the database and back", wire -> lengthen(wire, time));
            under(run, rows, "F22", "connections to the database that carry nothing more", TcpProxy::swallow);
        }
    }

    private static void lengthen(TcpProxy wire, Duration time) {
        wire.latency(ONE_WAY);
        Waiting.pass(time);
        wire.latency(Duration.ZERO);
    }

    private static void reset(TcpProxy wire, Duration time) {
        for (var end = Instant.now().plus(time); Instant.now().isBefore(end); ) {
            wire.reset();
            Waiting.pass(Duration.ofMillis(700));
        }
    }

    /** @param strike what is done to the wire, until it is sound again */
    private void under(Suite.Run run, Rows rows, String id, String what, Consumer<TcpProxy> strike) {
        ground.under(run, rows, id, recorder -> {
            var since = Instant.now();
            strike.accept(ground.wire(run));
            var recovery = recorder.goodAfter(Instant.now(), Ground.PATIENCE);
            Waiting.pass(Ground.WARM);
            recorder.tell(rows, id, what, since);
            rows.check(
                    recovery.isPresent(),
                    id,
                    what + ": goes on by itself",
                    "first good write %,d ms after",
                    recovery.orElse(Ground.PATIENCE).toMillis());
        });
    }
}
