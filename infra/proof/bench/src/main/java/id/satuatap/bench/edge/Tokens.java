package id.satuatap.bench.edge;

import id.satuatap.bench.Ahead;
import id.satuatap.stack.Part;
import id.satuatap.stack.Report.Outcome;
import id.satuatap.stack.Suite.Run;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** How many tokens identity gives to programs that show their secret, and to sessions that refresh; beside Keycloak if asked for. */
final class Tokens {

    private static final String SECTION = "token";
    private static final String FLAG = "--keycloak";
    private static final int CONNECTIONS = 16;
    private static final Duration TO_START = Duration.ofMinutes(5);
    private static final List<String> OPTIONS = List.of("-Xmx512m");

    private final Run run;
    private final Ahead<Optional<KeycloakFiles>> keycloak;
    private final Callers callers;

    private Tokens(Run run, Ahead<Optional<KeycloakFiles>> keycloak) {
        this.run = run;
        this.keycloak = keycloak;
        this.callers = Callers.of(run.stack());
    }

    /** A section of the suite. */
    static void run(Run run, Ahead<Optional<KeycloakFiles>> keycloak) {
        var tokens = new Tokens(run, keycloak);
        if (run.isShort()) {
            tokens.tryOut();
        } else if (!Tools.missing(true).isEmpty()) {
            run.report().notYet(SECTION, "machine", "tokens by client credentials, and refreshed", "install wrk");
        } else {
            tokens.measure();
        }
    }

    private void tryOut() {
        var token = run.stack().accessToken(callers.machine());
        run.report().passed(SECTION, "machine", "a token by client credentials", token.length() + " characters");
        var identity = TokenServer.identity(run.stack().port(Part.IDENTITY), callers);
        var sessions = Refreshes.of(identity, 2);
        sessions.run(0);
        sessions.run(0);
        run.report()
                .passed(
                        SECTION,
                        "refresh",
                        "a token is refreshed, and again with the refresh token that came with it",
                        "2 sessions");
    }

    private void measure() {
        var port = Nginx.freePort();
        var identity = run.stack()
                .service(Part.IDENTITY)
                .replica(port)
                .withoutJavaOptions("-XX:TieredStopAtLevel")
                .withoutJavaOptions("-Xmx")
                .javaOptions(OPTIONS);
        identity.start();
        try {
            identity.awaitReady(TO_START);
            beside(TokenServer.identity(port, callers));
            run.report()
                    .add(
                            SECTION,
                            "memory",
                            "identity after that",
                            Outcome.TOLD,
                            identity.residentBytes() / (1024 * 1024) + " MB resident");
        } finally {
            identity.kill();
        }
    }

    private void beside(TokenServer identity) {
        if (!run.has(FLAG)) {
            without(run, "not asked for: " + FLAG);
        }
        var built = keycloak.get(run);
        if (built.isEmpty()) {
            race(List.of(identity));
            return;
        }
        try (var files = built.get();
                var database = PeerDatabase.create(run.stack().database(), "uji_keycloak");
                var peer = Keycloak.start(files, database, callers, log(run))) {
            race(List.of(identity, peer.server(callers)));
        }
    }

    /** Fetched and built, if it is asked for and can be had. */
    static Optional<KeycloakFiles> keycloak(Run run) {
        if (!run.has(FLAG)) {
            return Optional.empty();
        }
        KeycloakFiles files;
        try {
            files = KeycloakFiles.unpack(run.folder().resolve("keycloak"));
        } catch (IllegalStateException | UncheckedIOException e) {
            without(run, "Maven has no Keycloak %s: %s".formatted(KeycloakFiles.VERSION, e.getMessage()));
            return Optional.empty();
        }
        Keycloak.build(files, log(run));
        return Optional.of(files);
    }

    private static Path log(Run run) {
        return run.folder().resolve("keycloak.log");
    }

    private static void without(Run run, String why) {
        run.report().notYet(SECTION, "keycloak", "client credentials and refresh: ≥ 1.0 × Keycloak", why);
    }

    private void race(List<TokenServer> servers) {
        var race = new TokenRace(run.report(), SECTION);
        race.run(
                "machine",
                "tokens by client credentials, %d at a time".formatted(CONNECTIONS),
                each(servers, server -> new ClientCredentials(server, CONNECTIONS)::run));
        race.run(
                "refresh",
                "tokens refreshed in %d sessions".formatted(CONNECTIONS),
                each(servers, server -> Refreshes.of(server, CONNECTIONS)::run));
    }

    private static List<TokenRace.Asking> each(
            List<TokenServer> servers, Function<TokenServer, TokenRace.Asking> asking) {
        return servers.stream().map(asking).toList();
    }
}
