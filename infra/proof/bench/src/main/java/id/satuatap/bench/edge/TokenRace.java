package id.satuatap.bench.edge;

import id.satuatap.bench.WarmUp;
import id.satuatap.stack.Report;
import id.satuatap.stack.Report.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** One way of asking for tokens, at identity and at its peer if there is one: warmed up alike, then in turn; medians count. */
final class TokenRace {

    private static final double SHARE = 1.0;
    private static final int SECONDS = 6;
    private static final int ROUNDS = 3;

    /** Tokens from one server, as many as it gives in so many seconds. */
    @FunctionalInterface
    interface Asking {
        Load.Closed run(int seconds);
    }

    private final Report report;
    private final String section;

    TokenRace(Report report, String section) {
        this.report = report;
        this.section = section;
    }

    /** What one server was seen to do in all rounds. */
    private record Seen(Spread rate, Spread median, Spread p99) {

        static Seen of(List<Load.Closed> rounds) {
            return new Seen(
                    spread(rounds, Load.Closed::perSecond),
                    spread(rounds, round -> round.latencies().median()),
                    spread(rounds, round -> round.latencies().p99()));
        }

        String text() {
            return "%s tokens/s, p50 %s ms, p99 %s ms".formatted(rate.text(), median.text(), p99.text());
        }

        private static Spread spread(List<Load.Closed> rounds, Function<Load.Closed, Double> figure) {
            return Spread.of(rounds.stream().map(figure).toList());
        }
    }

    /** @param asking identity first, then the peer if there is one; each asked for so many seconds */
    void run(String id, String what, List<Asking> asking) {
        asking.forEach(server -> WarmUp.of(
                section, () -> server.run((int) WarmUp.TURN.toSeconds()).perSecond()));
        var rounds = asking.stream().map(server -> new ArrayList<Load.Closed>()).toList();
        for (var round = 0; round < ROUNDS; round++) {
            for (var server = 0; server < asking.size(); server++) {
                rounds.get(server).add(asking.get(server).run(SECONDS));
            }
        }
        var identity = Seen.of(rounds.getFirst());
        report.add(section, id, what, Outcome.TOLD, identity.text());
        if (asking.size() > 1) {
            beside(id, what, identity, Seen.of(rounds.getLast()));
        }
    }

    private void beside(String id, String what, Seen identity, Seen peer) {
        var ratio = identity.rate().median() / peer.rate().median();
        report.add(
                section,
                id,
                "%s: ≥ %s × Keycloak %s on Java %d"
                        .formatted(
                                what,
                                SHARE,
                                KeycloakFiles.VERSION,
                                Runtime.version().feature()),
                ratio >= SHARE ? Outcome.PASSED : Outcome.SHORT,
                "%s × Keycloak: %s".formatted(Spread.number(ratio), peer.text()));
    }
}
