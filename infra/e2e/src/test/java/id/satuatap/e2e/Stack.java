package id.satuatap.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
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
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one stack of a run. The first test that asks for it starts it with {@code infra/up}, in a home and at ports of its
 * own; the end of the virtual machine stops it. With {@code SATUATAP_E2E_HOME} the tests use the stack that already
 * runs in that home instead, which is quicker while writing them.
 */
final class Stack {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int FIRST_PORT = 20_080;
    private static final int LAST_PORT = 29_080;
    private static final int PORT_STEP = 100;
    private static final int PORTS = 7;

    static {
        // Java does not resolve *.localhost: requests go to the loopback and name their host themselves.
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
    }

    /** Started by the first test that asks. */
    private static final class Holder {
        static final Stack STACK = find();
    }

    private final Path home;
    private final Credentials credentials;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    private Stack(Path home) {
        this.home = home;
        this.credentials = Credentials.of(home);
    }

    static Stack running() {
        return Holder.STACK;
    }

    Path home() {
        return home;
    }

    /** Where the bare host answers, such as {@code http://localhost:8080}. */
    String gateway() {
        return credentials.gateway();
    }

    String issuer() {
        return credentials.issuer();
    }

    /** Where a tenant's host answers, such as {@code http://rembang.localhost:8080}. */
    String address(String tenant) {
        return gateway().replace("://", "://" + tenant + ".");
    }

    Credentials.User user(@Nullable String tenant, String role) {
        return credentials.user(tenant, role);
    }

    Credentials.Client client(@Nullable String tenant, String role) {
        return credentials.client(tenant, role);
    }

    /** Each citizen of the sample, from 1 on. */
    Credentials.User citizen(int number) {
        return credentials.users().stream()
                .filter(user -> user.role().equals("citizen"))
                .skip(number - 1L)
                .findFirst()
                .orElseThrow();
    }

    String accessToken(Credentials.Client client) {
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

    /** A request to a tenant's host, or to the bare host if there is none. */
    HttpRequest.Builder request(@Nullable String tenant, String path) {
        var publicAddress = URI.create(tenant == null ? gateway() : address(tenant));
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + publicAddress.getPort() + path))
                .header("Host", publicAddress.getAuthority())
                .timeout(PATIENCE);
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
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
    HttpClient http() {
        return http;
    }

    private static Stack find() {
        var given = System.getenv("SATUATAP_E2E_HOME");
        return given == null || given.isBlank() ? start() : new Stack(root().resolve(given));
    }

    private static Stack start() {
        var home = Path.of("target", "e2e-home").toAbsolutePath();
        var surroundings = Map.of(
                "SATUATAP_HOME",
                home.toString(),
                "SATUATAP_PORT",
                Integer.toString(freePort()),
                "SATUATAP_BUILD",
                "skip",
                "SATUATAP_AOT",
                "off");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> run(surroundings, "infra/down")));
        var result = run(surroundings, "infra/up", "--detach", "--fresh", "--yes");
        if (result != 0) {
            throw new IllegalStateException("The stack does not start:\n" + read(log()));
        }
        return new Stack(home);
    }

    private static int run(Map<String, String> surroundings, String... command) {
        var builder = new ProcessBuilder(List.of(command))
                .directory(root().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        builder.environment().putAll(surroundings);
        try {
            return builder.start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Path log() {
        return Path.of("target", "e2e-stack.log").toAbsolutePath();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root() {
        var folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("infra/up"))) {
            folder = folder.getParent();
        }
        return folder;
    }

    private static int freePort() {
        for (var port = FIRST_PORT; port < LAST_PORT; port += PORT_STEP) {
            if (areFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException("No free ports from %d to %d".formatted(FIRST_PORT, LAST_PORT));
    }

    private static boolean areFree(int base) {
        for (var port = base; port < base + PORTS; port++) {
            try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                if (!socket.isBound()) {
                    return false;
                }
            } catch (IOException e) {
                return false;
            }
        }
        return true;
    }
}
