package id.satuatap.identity.token;

import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2RefreshTokenAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2RefreshTokenAuthenticationToken;

/** Our refresh in the place of Spring's. It is no bean: Spring would no longer know which provider checks passwords. */
public final class RefreshTokenProvider implements AuthenticationProvider {

    private final RefreshTokenRotation rotation;

    public RefreshTokenProvider(RefreshTokenRotation rotation) {
        this.rotation = rotation;
    }

    /** Spring's goes: whom ours refuses would be asked about there once more. */
    public void replaceIn(List<AuthenticationProvider> providers) {
        if (!providers.removeIf(OAuth2RefreshTokenAuthenticationProvider.class::isInstance)) {
            throw new IllegalStateException("Spring's refresh is not where it was.");
        }
        providers.add(this);
    }

    @Override
    public Authentication authenticate(Authentication request) {
        return rotation.refresh((OAuth2RefreshTokenAuthenticationToken) request);
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return OAuth2RefreshTokenAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
