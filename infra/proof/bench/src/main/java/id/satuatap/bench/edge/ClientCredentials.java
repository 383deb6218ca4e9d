package id.satuatap.bench.edge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

/** Programs that show their secret for each token, as fast as they are answered. */
record ClientCredentials(TokenServer server, int connections) {

    private static final String SCRIPT = """
            wrk.method = "POST"
            wrk.body = "grant_type=client_credentials"
            wrk.headers["Authorization"] = "Basic %s"
            wrk.headers["Content-Type"] = "application/x-www-form-urlencoded"
            """;

    Load.Closed run(int seconds) {
        try {
            var script = Files.createTempFile("bench-", ".lua");
            try {
                Files.writeString(
                        script,
                        SCRIPT.formatted(TokenServer.basic(server.callers().machine())));
                return Load.closed(
                        server.token(), connections, seconds, List.of("--timeout", "15s", "-s", script.toString()));
            } finally {
                Files.delete(script);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
