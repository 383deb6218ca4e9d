package id.satuatap.core.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import reactor.core.publisher.Mono;

class VerifiedTokensTest {

    private final AtomicInteger checked = new AtomicInteger();

    @Test
    void a_signature_is_checked_once_for_the_same_token() {
        var tokens = tokens(Instant.now().plusSeconds(60));

        tokens.decode("token").block();
        tokens.decode("token").block();
        tokens.decode("tokem").block();

        assertThat(checked).hasValue(2);
    }

    @Test
    void a_token_that_ended_meanwhile_is_checked_again() {
        var tokens = tokens(Instant.now().minusSeconds(1));

        tokens.decode("token").block();
        tokens.decode("token").block();

        assertThat(checked).hasValue(2);
    }

    @Test
    void a_refusal_is_not_remembered() {
        var tokens = new VerifiedTokens(
                token -> checked.incrementAndGet() == 1
                        ? Mono.error(new BadJwtException("forged"))
                        : Mono.just(until(Instant.now().plusSeconds(60))),
                new JwtTimestampValidator(Duration.ZERO));

        assertThat(tokens.decode("token").onErrorComplete().block()).isNull();
        assertThat(tokens.decode("token").block()).isNotNull();
    }

    private VerifiedTokens tokens(Instant until) {
        return new VerifiedTokens(
                token -> Mono.fromSupplier(() -> {
                    checked.incrementAndGet();
                    return until(until);
                }),
                new JwtTimestampValidator(Duration.ZERO));
    }

    private static Jwt until(Instant time) {
        return Jwt.withTokenValue("token")
                .header("alg", "RS256")
                .subject("somebody")
                .expiresAt(time)
                .build();
    }
}
