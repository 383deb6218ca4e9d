package id.satuatap.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A whole Satu Atap that a test has for itself, or one that runs already in a home that the test is told. */
public final class Stack implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    static {
        // Java does not resolve *.localhost: requests go to the loopback and name their host themselves.
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host,connection,content-length");
    }

    private final Path home;
    private final boolean own;
    private final Credentials credentials;
    private final int port;
    private final Map<Part, Service> services = new EnumMap<>(Part.class);
    /** Kept connections that speak HTTP/1.1, as the load generators do: otherwise Java would offer HTTP/2 first. */
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    private @Nullable Database database;
    private @Nullable TokenIssuer tokens;

    private Stack(Path home, boolean own) {
        this.home = home;
        this.own = own;
        this.credentials = Credentials.of(home);
        this.port = URI.create(credentials.gateway()).getPort();
    }

    /** One that runs already, such as a developer's; it is left running. */
    public static Stack in(Path home) {
        return new Stack(root().resolve(home), false);
    }

    /**
     * Starts one from what has been built. It ends, and its home goes, when it is closed or the virtual machine ends;
     * only its logs stay, in {@code <home>-log}.
     *
     * @param home a folder for it alone, wiped first
     * @param more environment variables for {@code infra/up}, stronger than the usual ones
     */
    public static Stack start(Path home, Map<String, String> more) {
        var surroundings = new HashMap<String, String>(Map.of(
                "SATUATAP_HOME",
                home.toAbsolutePath().toString(),
                "SATUATAP_PORT",
                Integer.toString(FreePorts.base()),
                "SATUATAP_BUILD",
                "skip",
                "SATUATAP_AOT",
                "off"));
        surroundings.putAll(more);
        deleteAll(home);
        var log = home.resolveSibling(home.getFileName() + "-up.log").toAbsolutePath();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(home.toAbsolutePath(), surroundings, log)));
        if (run(surroundings, log, "infra/up", "--detach", "--fresh", "--yes") != 0) {
            throw new IllegalStateException("The stack does not start:\n" + read(log));
        }
        return new Stack(home.toAbsolutePath(), true);
    }

    public Path home() {
        return home;
    }

    public Credentials credentials() {
        return credentials;
    }

    /** Where the bare host answers, such as {@code http://localhost:8080}. */
    public String gateway() {
        return credentials.gateway();
    }

    public String issuer() {
        return credentials.issuer();
    }

    /** Where a tenant's host answers, such as {@code http://rembang.localhost:8080}. */
    public String address(String tenant) {
        return gateway().replace("://", "://" + tenant + ".");
    }

    /** The internal port of a part. */
    public int port(Part part) {
        return port + part.port;
    }

    public synchronized Service service(Part part) {
        return services.computeIfAbsent(part, it -> Service.running(it, home, port));
    }

    public synchronized Database database() {
        if (database == null) {
            database = new Database(home, port + Part.DATABASE);
        }
        return database;
    }

    /** Starts core anew so that it trusts the tokens of this issuer, too; the same issuer ever after. */
    public synchronized TokenIssuer tokens() {
        if (tokens == null) {
            tokens = TokenIssuer.start(
                    issuer(),
                    () -> send(requestTo(Part.IDENTITY, "/oauth2/jwks")).body());
            var core = service(Part.PLATFORM_CORE).environment(Map.of("SATUATAP_IDENTITY_URL", tokens.url()));
            core.stop();
            core.start();
            core.awaitReady(Duration.ofMinutes(5));
        }
        return tokens;
    }

    /** A real token of identity, by client credentials. */
    public String accessToken(Credentials.Client client) {
        var basic = Base64.getEncoder()
                .encodeToString((client.clientId() + ":" + client.clientSecret()).getBytes(StandardCharsets.UTF_8));
        var answer = send(request("id", "/oauth2/token")
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials")));
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(
                    "No token for %s: %d %s".formatted(client.clientId(), answer.statusCode(), answer.body()));
        }
        return JsonMapper.shared().readTree(answer.body()).get("access_token").asString();
    }

    /** A request through the gateway to a tenant's host, or to the bare host if there is none. */
    public HttpRequest.Builder request(@Nullable String tenant, String path) {
        var publicAddress = URI.create(tenant == null ? gateway() : address(tenant));
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Host", publicAddress.getAuthority())
                .timeout(PATIENCE);
    }

    /** A request straight to a part, past the gateway. */
    public HttpRequest.Builder requestTo(Part part, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port(part) + path))
                .timeout(PATIENCE);
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** For what {@link #send} does not do: streams, bytes. */
    public HttpClient http() {
        return http;
    }

    @Override
    public void close() {
        if (tokens != null) {
            tokens.close();
        }
        if (own) {
            var surroundings = Map.of("SATUATAP_HOME", home.toString(), "SATUATAP_PORT", Integer.toString(port));
            end(home, surroundings, home.resolveSibling(home.getFileName() + "-up.log"));
        }
    }

    /** The top folder of the repository. */
    public static Path root() {
        var folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("infra/up"))) {
            folder = Objects.requireNonNull(folder.getParent(), "Not inside the repository");
        }
        return folder;
    }

    private static void end(Path home, Map<String, String> surroundings, Path log) {
        if (!Files.exists(home)) {
            return;
        }
        var variables = new HashMap<>(surroundings);
        variables.put("SATUATAP_BUILD", "skip");
        run(variables, log, "infra/down");
        var logs = home.resolveSibling(home.getFileName() + "-log");
        try {
            deleteAll(logs);
            if (Files.exists(home.resolve("log"))) {
                Files.move(home.resolve("log"), logs);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        deleteAll(home);
    }

    private static void deleteAll(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int run(Map<String, String> surroundings, Path log, String... command) {
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            var builder = new ProcessBuilder(List.of(command))
                    .directory(root().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(surroundings);
            return builder.start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
