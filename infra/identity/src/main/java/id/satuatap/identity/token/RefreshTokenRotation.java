package id.satuatap.identity.token;

import id.satuatap.identity.account.AuditTrail;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AccessTokenAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2RefreshTokenAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.context.AuthorizationServerContextHolder;
import org.springframework.security.oauth2.server.authorization.token.DefaultOAuth2TokenContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A refresh token for the next access token and the next refresh token, in one transaction. What Spring's provider does,
 * but without a new ID token, which OpenID Connect leaves open (Core, 12.2) and no client of ours reads.
 *
 * <p>Refresh tokens rotate. One used again after {@link RefreshTokenRepository#LEEWAY} was stolen from one of two holders, and both
 * lose the sign-in. A refusal is kept like a success: the token is spent, and what was stolen has ended.
 */
@Service
public class RefreshTokenRotation {

    private static final Logger LOG = LoggerFactory.getLogger(RefreshTokenRotation.class);

    private final RefreshTokenRepository tokens;
    private final OAuth2TokenGenerator<? extends OAuth2Token> generator;
    private final AuditTrail audit;

    RefreshTokenRotation(
            RefreshTokenRepository tokens, OAuth2TokenGenerator<? extends OAuth2Token> generator, AuditTrail audit) {
        this.tokens = tokens;
        this.generator = generator;
        this.audit = audit;
    }

    @Transactional(noRollbackFor = OAuth2AuthenticationException.class)
    public OAuth2AccessTokenAuthenticationToken refresh(OAuth2RefreshTokenAuthenticationToken request) {
        var asking = asking(request);
        var client = registered(asking);
        var signedIn = tokens.spend(request.getRefreshToken()).orElseThrow(RefreshTokenRotation::refused);
        if (signedIn.stolen()) {
            endStolen(signedIn);
            throw refused();
        }
        var scopes = signedIn.refreshable(client, request.getScopes());
        var context = context(request, client, signedIn).authorizedScopes(scopes);
        var jwt = generated(Jwt.class, context.tokenType(OAuth2TokenType.ACCESS_TOKEN));
        var access = new OAuth2AccessToken(
                OAuth2AccessToken.TokenType.BEARER, jwt.getTokenValue(), jwt.getIssuedAt(), jwt.getExpiresAt(), scopes);
        var refresh = generated(OAuth2RefreshToken.class, context.tokenType(OAuth2TokenType.REFRESH_TOKEN));
        tokens.renew(signedIn.id(), access, refresh);
        return new OAuth2AccessTokenAuthenticationToken(client, asking, access, refresh);
    }

    private void endStolen(RefreshableSignIn signedIn) {
        LOG.warn("A refresh token was used twice; authorization {} is ended", signedIn.id());
        tokens.end(signedIn.id());
        audit.refused("refresh-token.used-twice", UUID.fromString(signedIn.account()));
    }

    private <T extends OAuth2Token> T generated(Class<T> type, DefaultOAuth2TokenContext.Builder context) {
        var token = generator.generate(context.build());
        if (!type.isInstance(token)) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.SERVER_ERROR);
        }
        return type.cast(token);
    }

    private static DefaultOAuth2TokenContext.Builder context(
            OAuth2RefreshTokenAuthenticationToken request, RegisteredClient client, RefreshableSignIn signedIn) {
        return DefaultOAuth2TokenContext.builder()
                .registeredClient(client)
                .principal(UsernamePasswordAuthenticationToken.authenticated(signedIn.account(), null, List.of()))
                .authorizationServerContext(AuthorizationServerContextHolder.getContext())
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .authorizationGrant(request);
    }

    private static OAuth2ClientAuthenticationToken asking(OAuth2RefreshTokenAuthenticationToken request) {
        if (request.getPrincipal() instanceof OAuth2ClientAuthenticationToken client && client.isAuthenticated()) {
            return client;
        }
        throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
    }

    private static RegisteredClient registered(OAuth2ClientAuthenticationToken asking) {
        return Optional.ofNullable(asking.getRegisteredClient())
                .orElseThrow(() -> new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT));
    }

    private static OAuth2AuthenticationException refused() {
        return new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT);
    }
}
