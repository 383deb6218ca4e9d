package id.satuatap.bench.edge;

import id.satuatap.bench.Ahead;
import id.satuatap.bench.Load;
import id.satuatap.bench.Samples;
import id.satuatap.bench.WarmUp;
import id.satuatap.stack.FreePorts;
import id.satuatap.stack.Part;
import id.satuatap.stack.Rows;
import id.satuatap.stack.Suite.Run;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** How many tokens identity gives to programs that show their secret, and to sessions that refresh; beside Keycloak if asked for. */
public final class Tokens {

    private static final String FLAG = "--keycloak";
    private static final int CONNECTIONS = 16;
    private static final int ROUNDS = 3;
    private static final Duration TIME = Duration.ofSeconds(6);
    private static final Duration TO_START = Duration.ofMinutes(5);

    private final Run run;
    private final Rows rows;
    private final Callers callers;

    private Tokens(Run run) {
        this.run = run;
        this.rows = rows(run);
        this.callers = Callers.of(run.stack());
    }

    private static Rows rows(Run run) {
        return run.report().of("token");
    }

    /** A section of the suite. */
    public static void run(Run run, Ahead<Optional<Keycloak>> keycloak) {
        var tokens = new Tokens(run);
        if (run.isShort()) {
            tokens.tryOut();
        } else if (!Tools.missing(true).isEmpty()) {
            rows(run).notYet("machine", "tokens by client credentials, and refreshed", "install wrk");
        } else {
            tokens.measure(keycloak);
        }
    }

    private void tryOut() {
        var token = run.stack().accessToken(callers.machine());
        rows.check(true, "machine", "a token by client credentials", token.length() + " characters");
        var identity = TokenServer.identity(run.stack(), callers, run.stack().port(Part.IDENTITY));
        var sessions = Refreshes.of(identity, 2);
        sessions.run(Duration.ZERO);
        sessions.run(Duration.ZERO);
        rows.check(
                true,
                "refresh",
                "a token is refreshed, and again with the refresh token that came with it",
                "2 sessions");
    }

    private void measure(Ahead<Optional<Keycloak>> keycloak) {
        var port = FreePorts.next();
        var identity = run.stack()
                .service(Part.IDENTITY)
                .replica(port)
                .withoutJavaOptions("-XX:TieredStopAtLevel")
                .withoutJavaOptions("-Xmx")
                .javaOptions(List.of("-Xmx512m"));
        identity.start();
        try {
            identity.awaitReady(TO_START);
            beside(TokenServer.identity(run.stack(), callers, port), keycloak);
            var megabytes = identity.residentBytes() / (1024 * 1024);
            rows.told("memory", "identity after that", "%d MB resident", megabytes);
        } finally {
            identity.kill();
        }
    }

    private void beside(TokenServer identity, Ahead<Optional<Keycloak>> keycloak) {
        if (!run.has(FLAG)) {
            without(run, "not asked for: " + FLAG);
        }
        var built = keycloak.get(run);
        if (built.isEmpty()) {
            race(List.of(identity));
            return;
        }
        try (var files = built.get();
                var peer = files.start(run.stack(), callers)) {
            race(List.of(identity, peer.server()));
        }
    }

    /** Fetched and built, if it is asked for and can be had. */
    public static Optional<Keycloak> keycloak(Run run) {
        if (!run.has(FLAG)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Keycloak.build(run.folder().resolve("keycloak")));
        } catch (IllegalStateException e) {
            without(run, "no Keycloak %s: %s".formatted(Keycloak.VERSION, e.getMessage()));
            return Optional.empty();
        }
    }

    private static void without(Run run, String why) {
        rows(run).notYet("keycloak", "client credentials and refresh: ≥ 1.0 × Keycloak", why);
    }

    /** @param servers identity first, then the peer if there is one */
    private void race(List<TokenServer> servers) {
        race("machine", "tokens by client credentials, 16 at a time", servers, server -> time -> {
            var secret = TokenServer.basic(callers.machine());
            return Load.run(server.token(), "token.lua", CONNECTIONS, time, secret)
                    .sound();
        });
        race("refresh", "tokens refreshed in 16 sessions", servers, server -> Refreshes.of(server, CONNECTIONS)::run);
    }

    /** Warmed up alike, then in turn; medians count. */
    private void race(
            String id, String what, List<TokenServer> servers, Function<TokenServer, Function<Duration, Load>> asking) {
        var asked = servers.stream().map(asking).toList();
        asked.forEach(
                server -> WarmUp.of("token", () -> server.apply(WarmUp.TURN).perSecond()));
        var loads = asked.stream().map(server -> new ArrayList<Load>()).toList();
        for (var round = 0; round < ROUNDS; round++) {
            for (var server = 0; server < asked.size(); server++) {
                loads.get(server).add(asked.get(server).apply(TIME));
            }
        }
        var identity = loads.getFirst();
        rows.told(id, what, text(identity));
        if (asked.size() > 1) {
            var ratio = samples(identity, Load::perSecond).ratioTo(samples(loads.getLast(), Load::perSecond));
            rows.reach(
                    ratio >= 1,
                    id,
                    "%s: ≥ 1.0 × Keycloak %s on Java %d"
                            .formatted(what, Keycloak.VERSION, Runtime.version().feature()),
                    "%s × Keycloak: %s",
                    Samples.number(ratio),
                    text(loads.getLast()));
        }
    }

    private static String text(List<Load> rounds) {
        return "%s, p50 %s, p99 %s"
                .formatted(
                        samples(rounds, Load::perSecond).text("tokens/s"),
                        samples(rounds, Load::median).text("ms"),
                        samples(rounds, Load::p99).text("ms"));
    }

    private static Samples samples(List<Load> rounds, ToDoubleFunction<Load> figure) {
        return Samples.of(rounds.stream().mapToDouble(figure));
    }
}
