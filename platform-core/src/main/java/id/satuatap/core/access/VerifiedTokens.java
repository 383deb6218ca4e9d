package id.satuatap.core.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;

/**
 * Remembers for some seconds which tokens were found genuine: a screen shows the same one with each of its questions, and the arithmetic
 * of a signature is the dearest part of a small answer. Whether a token's time has come or gone is looked at each time.
 */
final class VerifiedTokens implements ReactiveJwtDecoder {

    private static final Duration REMEMBERED = Duration.ofSeconds(5); // as roles are
    private static final int MOST = 10_000;

    private final ReactiveJwtDecoder decoder;
    private final OAuth2TokenValidator<Jwt> times;
    private final Cache<String, Jwt> genuine =
            Caffeine.newBuilder().expireAfterWrite(REMEMBERED).maximumSize(MOST).build();

    VerifiedTokens(ReactiveJwtDecoder decoder, OAuth2TokenValidator<Jwt> times) {
        this.decoder = decoder;
        this.times = times;
    }

    @Override
    public Mono<Jwt> decode(String token) {
        var known = genuine.getIfPresent(token);
        return known != null && !times.validate(known).hasErrors()
                ? Mono.just(known)
                : decoder.decode(token).doOnNext(found -> genuine.put(token, found));
    }
}
