package id.satuatap.bench;

import id.satuatap.stack.Rows;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** Three times as much as there is room for, through the gateway: what is still answered, and how soon all is well again. */
final class Overload {

    private static final int CONNECTIONS = 1000;
    private static final int PROBES = 20;
    private static final int CALM = 5;
    private static final Duration TIME = Duration.ofSeconds(20);
    private static final Duration PEAK = Duration.ofSeconds(8);
    private static final Duration PATIENCE = Duration.ofSeconds(35);

    private final Field field;
    private final Rows rows;
    private final Pace probe = new Pace();

    Overload(Field field) {
        this.field = field;
        this.rows = field.rows("overload");
    }

    void run() {
        field.throughGateway();
        if (field.isShort()) {
            return; // the gateway is asked in section neighbour
        }
        var peak = IntStream.of(Field.CONNECTIONS, 2 * Field.CONNECTIONS)
                .mapToDouble(connections ->
                        field.loadThroughGateway(connections, 0, PEAK).perSecond())
                .max()
                .orElseThrow();
        var before = median(probe(Duration.ofSeconds(5)));
        var pause = Math.round(CONNECTIONS * 1000 / (3 * peak));
        var overload = field.loadThroughGateway(CONNECTIONS, pause, TIME);
        var after = probe(PATIENCE);
        var recovery = recovery(after, before);
        rows.reach(
                overload.perSecond() >= 0.8 * peak,
                "",
                "3 × overload (%d connections): goodput ≥ 80 %% of peak".formatted(CONNECTIONS),
                "%.0f %%; %.0f/s of %.0f/s, %d refused or late, p99 %.0f ms",
                100 * overload.perSecond() / peak,
                overload.perSecond(),
                peak,
                overload.errors(),
                overload.p99());
        rows.reach(
                recovery <= 30,
                "",
                "all well again after overload in ≤ 30 s",
                "%d s; at the end median %.1f ms, before %.1f ms; %d refused",
                recovery,
                median(after.subList(after.size() - PROBES, after.size())),
                before,
                Pace.bad(after));
        rows.told("", "list through the gateway at rest, median", "%.1f ms", before);
    }

    private List<Pace.Answer> probe(Duration time) {
        return probe.run(PROBES, time, i -> field.requestThroughGateway(i % Data.TENANTS));
    }

    /** The first second of some in a row that have only good answers, about as quick as before; a later blip is not the overload's. */
    private static int recovery(List<Pace.Answer> answers, double before) {
        int seconds = answers.size() / PROBES;
        int calm = 0;
        for (int second = 0; second < seconds; second++) {
            var seen = answers.subList(second * PROBES, (second + 1) * PROBES);
            calm = Pace.bad(seen) == 0 && median(seen) <= 2 * before ? calm + 1 : 0;
            if (calm == CALM) {
                return second + 1 - CALM;
            }
        }
        return seconds;
    }

    private static double median(List<Pace.Answer> answers) {
        return Pace.milliseconds(answers).median();
    }
}
