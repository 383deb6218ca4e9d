package id.satuatap.isolation;

import id.satuatap.stack.Answer;
import id.satuatap.stack.Part;
import id.satuatap.stack.Request;
import id.satuatap.stack.Stack;
import id.satuatap.stack.TokenIssuer;
import id.satuatap.stack.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/** The one way in which the suite asks as somebody: every answer goes past the oracle. */
public final class Client {

    /** What is written and read. */
    @FunctionalInterface
    public interface Talk {
        Answer over(Wire wire) throws IOException;
    }

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    /** Of a stream that opens, this is enough to see what it is. */
    private static final Duration LISTENING = Duration.ofMillis(500);

    private static final long HOURS = 4 * 3600L;
    private static final int MOST_RETRIES = 60;

    private final Stack stack;
    private final CanaryOracle oracle;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final LongAdder sent = new LongAdder();

    Client(Stack stack, CanaryOracle oracle) {
        this.stack = stack;
        this.oracle = oracle;
    }

    /** At the bare host through the gateway; {@link Caller#at} names a tenant, {@link Caller#direct} goes straight to core. */
    public Caller as(Principal principal) {
        return new Caller(this, principal, null, false, token(principal), List.of());
    }

    /** A sound token that outlives the suite; empty for nobody. */
    public String token(Principal principal) {
        return principal.isNobody()
                ? ""
                : tokens.computeIfAbsent(principal.subject(), subject -> token(principal, Map.of()));
    }

    /** With these claims over the sound ones; null takes one away, and a number with a sign counts from now. */
    public String token(Principal principal, Map<String, ?> changes) {
        var claims = new HashMap<String, Object>(stack.tokens().claims(principal.subject()));
        var now = Instant.now().getEpochSecond();
        claims.put("client_id", principal.machine() ? principal.subject() : "tenant-admin");
        claims.put("exp", now + HOURS);
        if (!principal.email().isEmpty()) {
            claims.put("email", principal.email());
        }
        changes.forEach((name, value) -> {
            if (value instanceof String text && text.matches("[+-]\\d+")) {
                claims.put(name, now + Long.parseLong(text));
            } else {
                claims.put(name, value);
            }
        });
        claims.values().removeIf(Objects::isNull);
        return stack.tokens().sign(Map.of("alg", "RS256", "kid", TokenIssuer.KEY_ID), claims);
    }

    public long sent() {
        return sent.sum();
    }

    Answer send(Caller caller, Request request) {
        var where = request.method() + " " + request.path();
        return exchange(
                caller, where, wire -> wire.write(bytes(caller, request)).readAtMost(LISTENING, request.method()));
    }

    /** What is said on a connection of one's own; again after a while if the gateway's limits or a busy machine refuse it. */
    public Answer exchange(Caller caller, String where, Talk talk) {
        for (var attempt = 1; ; attempt++) {
            var answer = once(caller, where, talk);
            var isTooMuch = answer.status() == 429 && answer.problem().equals("request.too-many");
            if (attempt == MOST_RETRIES || (!isTooMuch && answer.status() != 503)) {
                return answer;
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    private Answer once(Caller caller, String where, Talk talk) {
        sent.increment();
        try (var wire = Wire.to(port(caller), PATIENCE)) {
            var answer = talk.over(wire);
            oracle.scan(caller.principal(), caller.tenant(), where, answer.body());
            var headers = answer.headers().toString().getBytes(StandardCharsets.UTF_8);
            oracle.scan(caller.principal(), caller.tenant(), where + " headers", headers);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(where, e);
        }
    }

    byte[] bytes(Caller caller, Request request) {
        var ready = request;
        var tenant = caller.tenant();
        for (var line : caller.lines()) {
            ready = ready.line(line);
        }
        if (!caller.token().isEmpty()) {
            ready = ready.with("Authorization", "Bearer " + caller.token());
        }
        if (caller.isDirect()) {
            return (tenant == null ? ready : ready.with("X-Satu-Tenant", tenant)).bytes("core");
        }
        return ready.bytes(URI.create(tenant == null ? stack.gateway() : stack.address(tenant))
                .getAuthority());
    }

    int port(Caller caller) {
        return stack.port(caller.isDirect() ? Part.PLATFORM_CORE : Part.GATEWAY);
    }
}
