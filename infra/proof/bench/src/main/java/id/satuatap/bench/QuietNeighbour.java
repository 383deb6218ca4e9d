package id.satuatap.bench;

import id.satuatap.stack.Report.Outcome;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

/** A tenant with five requests a second, through the gateway, alone and while another asks twenty times as much. */
final class QuietNeighbour {

    private static final String SECTION = "neighbour";
    private static final int QUIET = 5;
    private static final int FLOOD = 20 * QUIET;
    private static final Duration TIME = Duration.ofSeconds(30);
    private static final Duration SHORTLY = Duration.ofSeconds(10);

    private final Field field;
    private final Pace quiet = new Pace();
    private final Pace loud = new Pace();

    QuietNeighbour(Field field) {
        this.field = field;
    }

    void run() {
        field.throughGateway();
        if (field.isShort()) {
            var seen = quiet.run(QUIET, Duration.ofSeconds(2), i -> request(0));
            field.report()
                    .check(
                            seen.stream().allMatch(Pace.Answer::good),
                            SECTION,
                            "",
                            "a tenant's list through the gateway",
                            "");
            return;
        }
        beside(FLOOD, SHORTLY);
        var alone = new ArrayList<Pace.Answer>();
        var beside = new ArrayList<Pace.Answer>();
        for (int round = 0; round < 2; round++) {
            alone.addAll(quiet.run(QUIET, TIME, i -> request(0)));
            beside.addAll(beside(FLOOD, TIME));
        }
        var ratio = p99(beside) / p99(alone);
        var errors = beside.stream().filter(answer -> !answer.good()).count();
        field.reach(
                ratio <= 1.3 && errors == 0,
                SECTION,
                "",
                "quiet tenant beside %d requests/s of another: p99 ≤ 1.3 × alone, no errors".formatted(FLOOD),
                String.format(
                        Locale.ROOT,
                        "%.2f; %.1f ms beside, %.1f ms alone; %d errors",
                        ratio,
                        p99(beside),
                        p99(alone),
                        errors));
        var storm = beside(10 * FLOOD, SHORTLY);
        field.report()
                .add(
                        SECTION,
                        "",
                        "quiet tenant beside %d requests/s of another, far above its limit".formatted(10 * FLOOD),
                        Outcome.TOLD,
                        String.format(
                                Locale.ROOT,
                                "p99 %.1f ms, %d errors",
                                p99(storm),
                                storm.stream().filter(answer -> !answer.good()).count()));
    }

    private List<Pace.Answer> beside(int flood, Duration time) {
        var flooding = CompletableFuture.runAsync(() -> loud.run(flood, time, i -> request(1)));
        var seen = quiet.run(QUIET, time, i -> request(0));
        flooding.join();
        return seen;
    }

    private HttpRequest request(int tenant) {
        return field.requestThroughGateway(Ids.slug(tenant), "/api/v1/audit?limit=20");
    }

    private static double p99(List<Pace.Answer> answers) {
        return Samples.of(answers.stream().mapToDouble(Pace.Answer::milliseconds))
                .percentile(99);
    }
}
