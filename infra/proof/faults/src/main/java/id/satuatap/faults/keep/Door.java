package id.satuatap.faults.keep;

import id.satuatap.stack.Credentials;
import id.satuatap.stack.Part;
import id.satuatap.stack.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Where requests of a tenant's machines enter: the gateway, or a core behind it. */
final class Door {

    private static final Duration TOKEN_AGE = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private record Token(String text, Instant made) {}

    private final Stack stack;
    private final @Nullable String tenant;
    private final int port;
    private final boolean gateway;
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();

    private Door(Stack stack, @Nullable String tenant, int port, boolean gateway) {
        this.stack = stack;
        this.tenant = tenant;
        this.port = port;
        this.gateway = gateway;
    }

    static Door gateway(Stack stack, @Nullable String tenant) {
        return new Door(stack, tenant, URI.create(stack.gateway()).getPort(), true);
    }

    static Door core(Stack stack, String tenant, int port) {
        return new Door(stack, tenant, port, false);
    }

    static Door core(Stack stack, String tenant) {
        return core(stack, tenant, stack.port(Part.PLATFORM_CORE));
    }

    String name() {
        return gateway ? "gateway" : "core";
    }

    HttpResponse<String> get(String role, String path) {
        return send(request(role, path).GET());
    }

    /** The bytes of an answer. */
    HttpResponse<byte[]> bytes(String role, String path) {
        try {
            return stack.http().send(request(role, path).GET().build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<String> put(String role, String path, String json, String... headers) {
        return sendJson(role, "PUT", path, json, headers);
    }

    HttpResponse<String> post(String role, String path, String json, String... headers) {
        return sendJson(role, "POST", path, json, headers);
    }

    private HttpResponse<String> sendJson(String role, String method, String path, String json, String... headers) {
        var request = request(role, path).header("Content-Type", "application/json");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.method(method, BodyPublishers.ofString(json)));
    }

    HttpResponse<String> upload(String role, String path, byte[] content, String key) {
        return send(request(role, path)
                .headers("Content-Type", "application/octet-stream", "Idempotency-Key", key)
                .POST(BodyPublishers.ofByteArray(content)));
    }

    /** Sends only so much of an upload, then hangs up. */
    void cut(String role, String path, byte[] content, int sent, String key) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            var head = """
                    POST %s HTTP/1.1
                    Host: %s
                    X-Satu-Tenant: %s
                    Authorization: Bearer %s
                    Idempotency-Key: %s
                    Content-Type: application/octet-stream
                    Content-Length: %d

                    """.formatted(path, authority(), tenant, token(role), key, content.length)
                    .replace("\n", "\r\n");
            var out = socket.getOutputStream();
            out.write((gateway ? head.replaceFirst("X-Satu-Tenant: .*\r\n", "") : head)
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(content, 0, sent);
            out.flush();
        }
    }

    private HttpRequest.Builder request(String role, String path) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(PATIENCE)
                .header("Host", authority())
                .header("Accept-Language", "en")
                .header("Authorization", "Bearer " + token(role));
        return gateway || tenant == null ? request : request.header("X-Satu-Tenant", tenant);
    }

    private String authority() {
        return URI.create(tenant == null ? stack.gateway() : stack.address(tenant))
                .getAuthority();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        return stack.send(request);
    }

    private String token(String role) {
        return tokens.compute(
                        role,
                        (it, known) ->
                                known != null && known.made.plus(TOKEN_AGE).isAfter(Instant.now())
                                        ? known
                                        : new Token(stack.accessToken(client(role)), Instant.now()))
                .text;
    }

    private Credentials.Client client(String role) {
        return stack.credentials().client(tenant, role);
    }
}
