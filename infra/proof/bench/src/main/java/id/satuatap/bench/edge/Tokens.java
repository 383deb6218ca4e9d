package id.satuatap.bench.edge;

import id.satuatap.stack.Credentials;
import id.satuatap.stack.Part;
import id.satuatap.stack.Report.Outcome;
import id.satuatap.stack.Service;
import id.satuatap.stack.Suite.Run;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** How many tokens identity gives to programs that show their secret. */
final class Tokens {

    private static final String SECTION = "token";
    private static final int CONNECTIONS = 16;
    private static final int WARM_UP_SECONDS = 15;
    private static final int SECONDS = 8;
    private static final int ROUNDS = 3;
    private static final Duration TO_START = Duration.ofMinutes(5);

    private static final String SCRIPT = """
            wrk.method = "POST"
            wrk.body = "grant_type=client_credentials"
            wrk.headers["Authorization"] = "Basic %s"
            wrk.headers["Content-Type"] = "application/x-www-form-urlencoded"
            """;

    private Tokens() {}

    /** A section of the suite. */
    static void run(Run run) throws IOException {
        var client = run.stack().credentials().clients().getFirst();
        if (run.isShort()) {
            run.report().passed(SECTION, "machine", "a token by client credentials", sizeOf(run, client));
            return;
        }
        run.report()
                .notYet(
                        SECTION,
                        "keycloak",
                        "client credentials and refresh: ≥ 1.0 × Keycloak",
                        "Maven Central has org.keycloak:keycloak-quarkus-dist:26.4.0 (tar.gz, 160 MB); the peer is not set up here yet, nor is refresh measured");
        if (!Tools.missing(true).isEmpty()) {
            run.report().notYet(SECTION, "machine", "tokens by client credentials", "install wrk");
            return;
        }
        var port = Nginx.freePort();
        var identity = run.stack()
                .service(Part.IDENTITY)
                .replica(port)
                .environment(Map.of("SERVER_PORT", Integer.toString(port)))
                .withoutJavaOptions("-XX:TieredStopAtLevel");
        identity.start();
        try {
            identity.awaitReady(TO_START);
            measure(run, client, identity, "http://127.0.0.1:%d/oauth2/token".formatted(port));
        } finally {
            identity.kill();
        }
    }

    private static String sizeOf(Run run, Credentials.Client client) {
        return run.stack().accessToken(client).length() + " characters";
    }

    private static void measure(Run run, Credentials.Client client, Service identity, String url) throws IOException {
        var script = Files.writeString(run.folder().resolve("token.lua"), SCRIPT.formatted(basic(client)));
        try {
            Load.closed(url, CONNECTIONS, WARM_UP_SECONDS, List.of("-s", script.toString()));
            var rates = new ArrayList<Double>();
            var medians = new ArrayList<Double>();
            var p99s = new ArrayList<Double>();
            for (var round = 0; round < ROUNDS; round++) {
                var seen = Load.closed(url, CONNECTIONS, SECONDS, List.of("-s", script.toString()));
                rates.add(seen.perSecond());
                medians.add(seen.latencies().median());
                p99s.add(seen.latencies().p99());
            }
            run.report()
                    .add(
                            SECTION,
                            "machine",
                            "tokens by client credentials, %d at a time".formatted(CONNECTIONS),
                            Outcome.TOLD,
                            "%s tokens/s, p50 %s ms, p99 %s ms, %s MB resident"
                                    .formatted(
                                            Spread.of(rates).text(),
                                            Spread.of(medians).text(),
                                            Spread.of(p99s).text(),
                                            identity.residentBytes() / (1024 * 1024)));
        } finally {
            Files.delete(script);
        }
    }

    private static String basic(Credentials.Client client) {
        return Base64.getEncoder()
                .encodeToString((client.clientId() + ":" + client.clientSecret()).getBytes(StandardCharsets.UTF_8));
    }
}
