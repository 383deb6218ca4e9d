package id.satuatap.gateway.refusal;

import io.netty.handler.timeout.ReadTimeoutException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import reactor.netty.channel.AbortedException;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquireTimeoutException;

/** What went wrong on the way to a part, told as a {@link Refusal}. */
final class Faults {

    private static final Duration COME_BACK = Duration.ofSeconds(5);
    private static final int DEEPEST = 8;

    private Faults() {}

    /** Empty: a bug, nothing we foresaw. */
    static Optional<Refusal> asRefusal(Throwable error) {
        return Stream.iterate(error, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST)
                .map(Faults::known)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Refusal> known(Throwable error) {
        return switch (error) {
            case Refusal refusal -> Optional.of(refusal);
            case PoolAcquireTimeoutException full -> down();
            case ConnectException refused -> down();
            case UnknownHostException gone -> down();
            case ReadTimeoutException stalled ->
                Optional.of(Refusal.of(HttpStatus.REQUEST_TIMEOUT, "request.too-slow"));
            case ResponseStatusException answer -> ofStatus(answer);
            case AbortedException hungUp -> Optional.of(Refusal.of(HttpStatus.BAD_REQUEST, "request.malformed"));
            case IOException broken -> Optional.of(Refusal.of(HttpStatus.BAD_GATEWAY, "part.broken"));
            default -> Optional.empty();
        };
    }

    private static Optional<Refusal> down() {
        return Optional.of(Refusal.later(HttpStatus.SERVICE_UNAVAILABLE, "part.down", COME_BACK));
    }

    private static Optional<Refusal> ofStatus(ResponseStatusException answer) {
        return switch (HttpStatus.resolve(answer.getStatusCode().value())) {
            case NOT_FOUND -> Optional.of(Refusal.of(HttpStatus.NOT_FOUND, "request.not-found"));
            case METHOD_NOT_ALLOWED -> Optional.of(Refusal.of(HttpStatus.METHOD_NOT_ALLOWED, "request.method"));
            case GATEWAY_TIMEOUT -> Optional.of(Refusal.later(HttpStatus.GATEWAY_TIMEOUT, "part.slow", COME_BACK));
            case null, default ->
                answer.getStatusCode().is4xxClientError()
                        ? Optional.of(Refusal.of(HttpStatus.BAD_REQUEST, "request.malformed"))
                        : Optional.empty();
        };
    }
}
