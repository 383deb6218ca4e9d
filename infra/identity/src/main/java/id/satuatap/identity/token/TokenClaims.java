package id.satuatap.identity.token;

import id.satuatap.identity.account.Account;
import id.satuatap.identity.account.Accounts;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.stereotype.Component;

/**
 * What stands in a token. A person's name and address are read anew for each token, so nothing a browser or a client
 * sends ever becomes a claim, and whose account is gone gets no further token.
 */
@Component
class TokenClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {

    /** The only audience: platform-core. An ID token names its client instead, and is refused there. */
    private static final List<String> AUDIENCE =
            Collections.singletonList("platform-core"); // stored: a list Spring reads

    private final Accounts accounts;

    TokenClaims(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public void customize(JwtEncodingContext context) {
        var claims = context.getClaims();
        if (OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
            claims.audience(AUDIENCE);
            claims.claim("client_id", context.getRegisteredClient().getClientId());
            claims.claims(all -> all.remove("scope"));
        }
        if (!AuthorizationGrantType.CLIENT_CREDENTIALS.equals(context.getAuthorizationGrantType())) {
            describe(claims, accountOf(context));
        }
    }

    private Account accountOf(JwtEncodingContext context) {
        return Optional.ofNullable(context.<Authentication>getPrincipal())
                .map(principal -> UUID.fromString(principal.getName()))
                .flatMap(accounts::find)
                .orElseThrow(() -> new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT));
    }

    private static void describe(JwtClaimsSet.Builder claims, Account account) {
        claims.claim("name", account.name());
        claims.claim("email", account.email());
        claims.claim("email_verified", account.emailVerified());
        claims.claim("preferred_username", account.preferredUsername());
    }
}
