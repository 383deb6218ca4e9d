package id.satuatap.servlet.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.satuatap.servlet.SessionFixture;
import id.satuatap.servlet.session.SignInNeeded;
import id.satuatap.servlet.session.UserSession;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AccessToken.TokenType;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;

class AccessTokensTest {

    private static final Instant NOW = Instant.parse("2126-11-21T02:05:00Z");

    private final List<String> usedRefreshTokens = new ArrayList<>();
    private @Nullable OAuth2Error refusal;

    private final AccessTokens tokens = new AccessTokens(
            request -> {
                if (refusal != null) {
                    throw new OAuth2AuthorizationException(refusal);
                }
                usedRefreshTokens.add(request.getRefreshToken().getTokenValue());
                var number = usedRefreshTokens.size();
                return OAuth2AccessTokenResponse.withToken("access-" + number)
                        .tokenType(TokenType.BEARER)
                        .expiresIn(-1)
                        .refreshToken("refresh-" + number)
                        .build();
            },
            Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void a_token_that_lasts_is_used_as_it_is() {
        assertThat(tokens.bearer(session(NOW.plusSeconds(40)))).isEqualTo("access-0");
        assertThat(usedRefreshTokens).isEmpty();
    }

    @Test
    void a_token_about_to_end_is_renewed_and_the_new_refresh_token_is_used_next() {
        var session = session(NOW.plusSeconds(5));

        tokens.bearer(session);
        tokens.bearer(session);

        assertThat(usedRefreshTokens).containsExactly("refresh-0", "refresh-1");
    }

    @Test
    void a_refused_refresh_token_means_to_sign_in_again() {
        refusal = new OAuth2Error("invalid_grant");

        assertThatThrownBy(() -> tokens.bearer(session(NOW))).isInstanceOf(SignInNeeded.class);
    }

    @Test
    void an_identity_provider_that_does_not_answer_ends_nobodys_sign_in() {
        refusal = new OAuth2Error("invalid_token_response");

        assertThatThrownBy(() -> tokens.bearer(session(NOW))).isInstanceOf(CoreAway.class);
    }

    private static UserSession session(Instant accessEnds) {
        return SessionFixture.citizenOf(
                "rembang",
                new OAuth2AccessToken(TokenType.BEARER, "access-0", accessEnds.minusSeconds(60), accessEnds),
                new OAuth2RefreshToken("refresh-0", NOW.minusSeconds(60)));
    }
}
