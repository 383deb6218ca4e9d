package id.satuatap.isolation;

import id.satuatap.stack.Part;
import id.satuatap.stack.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/** The one way in which the suite speaks HTTP: every answer goes past the oracle. */
public final class Probe {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long HOURS = 4 * 3600L;
    private static final int MOST_RETRIES = 60;

    private final Stack stack;
    private final CanaryOracle oracle;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final LongAdder sent = new LongAdder();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    Probe(Stack stack, CanaryOracle oracle) {
        this.stack = stack;
        this.oracle = oracle;
    }

    /** At the bare host through the gateway; {@link Caller#at} names a tenant, {@link Caller#direct} goes straight to core. */
    public Caller as(Principal principal) {
        return new Caller(this, principal, null, false, Map.of(), token(principal));
    }

    /** A sound token that outlives the suite; empty for nobody. */
    public String token(Principal principal) {
        return principal.isNobody() ? "" : tokens.computeIfAbsent(principal.subject(), subject -> sign(principal));
    }

    public long sent() {
        return sent.sum();
    }

    /** Sends it, again after a while if it is one too many for the limits of the gateway. */
    Answer send(Caller caller, String method, String path, byte[] body) {
        for (var attempt = 1; ; attempt++) {
            var answer = once(caller, method, path, body);
            if (answer.status() != 429
                    || attempt == MOST_RETRIES
                    || !answer.problem().equals("request.too-many")) {
                return answer;
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    private Answer once(Caller caller, String method, String path, byte[] body) {
        sent.increment();
        try {
            var response = http.send(request(caller, method, path, body).build(), BodyHandlers.ofByteArray());
            var answer = new Answer(response.statusCode(), response.headers().map(), response.body());
            var where = method + " " + path;
            oracle.scan(caller.principal(), caller.tenant(), where, answer.body());
            oracle.scan(
                    caller.principal(),
                    caller.tenant(),
                    where + " headers",
                    answer.headers().toString().getBytes(StandardCharsets.UTF_8));
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** For what {@link #send} does not do: streams, and requests that are cut off. */
    HttpRequest.Builder request(Caller caller, String method, String path, byte[] body) {
        var request = HttpRequest.newBuilder(URI.create(address(caller, path)))
                .timeout(PATIENCE)
                .method(
                        method,
                        body.length == 0
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body));
        var tenant = caller.tenant();
        if (!caller.isDirect()) {
            var host = URI.create(tenant == null ? stack.gateway() : stack.address(tenant));
            request.setHeader("Host", host.getAuthority());
        } else if (tenant != null) {
            request.setHeader("X-Satu-Tenant", tenant);
        }
        if (!caller.token().isEmpty()) {
            request.setHeader("Authorization", "Bearer " + caller.token());
        }
        caller.headers().forEach(request::setHeader);
        return request;
    }

    HttpClient http() {
        return http;
    }

    private String address(Caller caller, String path) {
        var part = caller.isDirect() ? Part.PLATFORM_CORE : Part.GATEWAY;
        return "http://127.0.0.1:" + stack.port(part) + path;
    }

    private String sign(Principal principal) {
        var expires = Instant.now().getEpochSecond() + HOURS;
        return principal.machine()
                ? stack.tokens().token(principal.subject(), Map.of("client_id", principal.subject(), "exp", expires))
                : stack.tokens()
                        .token(
                                principal.subject(),
                                Map.of("client_id", "tenant-admin", "email", principal.email(), "exp", expires));
    }
}
