package id.satuatap.bench;

import id.satuatap.stack.Rows;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A tenant with five requests a second, through the gateway, alone and while another asks twenty times as much. */
final class QuietNeighbour {

    private static final int QUIET = 5;
    private static final int FLOOD = 20 * QUIET;
    private static final Duration TIME = Duration.ofSeconds(30);
    private static final Duration SHORTLY = Duration.ofSeconds(10);

    private final Field field;
    private final Rows rows;
    private final Pace quiet = new Pace();
    private final Pace loud = new Pace();

    QuietNeighbour(Field field) {
        this.field = field;
        this.rows = field.rows("neighbour");
    }

    void run() {
        field.throughGateway();
        if (field.isShort()) {
            var seen = alone(Duration.ofSeconds(2));
            rows.check(Pace.bad(seen) == 0, "", "a tenant's list through the gateway", "");
            return;
        }
        beside(FLOOD, SHORTLY);
        var alone = new ArrayList<Pace.Answer>();
        var beside = new ArrayList<Pace.Answer>();
        for (int round = 0; round < 2; round++) {
            alone.addAll(alone(TIME));
            beside.addAll(beside(FLOOD, TIME));
        }
        var ratio = p99(beside) / p99(alone);
        rows.reach(
                ratio <= 1.3 && Pace.bad(beside) == 0,
                "",
                "quiet tenant beside %d requests/s of another: p99 ≤ 1.3 × alone, no errors".formatted(FLOOD),
                "%.2f; %.1f ms beside, %.1f ms alone; %d errors",
                ratio,
                p99(beside),
                p99(alone),
                Pace.bad(beside));
        var storm = beside(10 * FLOOD, SHORTLY);
        rows.told(
                "",
                "quiet tenant beside %d requests/s of another, far above its limit".formatted(10 * FLOOD),
                "p99 %.1f ms, %d errors",
                p99(storm),
                Pace.bad(storm));
    }

    private List<Pace.Answer> alone(Duration time) {
        return quiet.run(QUIET, time, i -> field.requestThroughGateway(0));
    }

    private List<Pace.Answer> beside(int flood, Duration time) {
        var flooding = CompletableFuture.runAsync(() -> loud.run(flood, time, i -> field.requestThroughGateway(1)));
        var seen = alone(time);
        flooding.join();
        return seen;
    }

    private static double p99(List<Pace.Answer> answers) {
        return Pace.milliseconds(answers).percentile(99);
    }
}
