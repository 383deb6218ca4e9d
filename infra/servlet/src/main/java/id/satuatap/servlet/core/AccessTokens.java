package id.satuatap.servlet.core;

import id.satuatap.servlet.session.SignInNeeded;
import id.satuatap.servlet.session.UserSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.stereotype.Component;

/** Hands out an access token that lives long enough for one call. They live 60 seconds, so most are made here. */
@Component
public class AccessTokens {

    private static final Duration ENOUGH = Duration.ofSeconds(15);

    private final OAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> identity;
    private final Clock clock;

    AccessTokens() {
        this(new RestClientRefreshTokenTokenResponseClient(), Clock.systemUTC());
    }

    public AccessTokens(OAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> identity, Clock clock) {
        this.identity = identity;
        this.clock = clock;
    }

    String bearer(UserSession session) {
        return session.tokens(this::fresh).getAccessToken().getTokenValue();
    }

    private OAuth2AuthorizedClient fresh(OAuth2AuthorizedClient tokens) {
        return lastsUntil(tokens).isAfter(clock.instant().plus(ENOUGH)) ? tokens : refreshed(tokens);
    }

    private static Instant lastsUntil(OAuth2AuthorizedClient tokens) {
        return Objects.requireNonNullElse(tokens.getAccessToken().getExpiresAt(), Instant.EPOCH);
    }

    private OAuth2AuthorizedClient refreshed(OAuth2AuthorizedClient tokens) {
        var refreshToken = tokens.getRefreshToken();
        if (refreshToken == null) {
            throw new SignInNeeded();
        }
        try {
            var answer = identity.getTokenResponse(new OAuth2RefreshTokenGrantRequest(
                    tokens.getClientRegistration(), tokens.getAccessToken(), refreshToken));
            return new OAuth2AuthorizedClient(
                    tokens.getClientRegistration(),
                    tokens.getPrincipalName(),
                    answer.getAccessToken(),
                    Objects.requireNonNullElse(answer.getRefreshToken(), refreshToken));
        } catch (OAuth2AuthorizationException refused) {
            throw isOver(refused) ? new SignInNeeded() : new CoreAway("identity", null, refused);
        }
    }

    private static boolean isOver(OAuth2AuthorizationException refused) {
        @Nullable String code = refused.getError().getErrorCode();
        return OAuth2ErrorCodes.INVALID_GRANT.equals(code) || OAuth2ErrorCodes.INVALID_TOKEN.equals(code);
    }
}
