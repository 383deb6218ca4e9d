package id.satuatap.identity.token;

import java.util.Set;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

/**
 * A person's sign-in at one client, as a refresh finds it.
 *
 * @param id of the authorization
 * @param over expired or revoked
 * @param stolen the refresh token was spent before, and not just now
 */
record RefreshableSignIn(String id, String clientId, String account, Set<String> scopes, boolean over, boolean stolen) {

    RefreshableSignIn {
        scopes = Set.copyOf(scopes);
    }

    /** The scopes of the next access token: what was asked for, or all there are. */
    Set<String> refreshable(RegisteredClient client, Set<String> asked) {
        if (over || !client.getId().equals(clientId)) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT);
        }
        if (!client.getAuthorizationGrantTypes().contains(AuthorizationGrantType.REFRESH_TOKEN)) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.UNAUTHORIZED_CLIENT);
        }
        if (!scopes.containsAll(asked)) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_SCOPE);
        }
        return asked.isEmpty() ? scopes : asked;
    }
}
