package id.satuatap.identity.token;

import id.satuatap.identity.IdentityProperties;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.DelegatingOAuth2TokenGenerator;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2RefreshTokenGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;

/** Wires the makers and readers of tokens. */
@Configuration(proxyBeanMethods = false)
class TokenConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** The issuer is fixed: whatever Host a request names, tokens say the same. */
    @Bean
    AuthorizationServerSettings authorizationServerSettings(IdentityProperties properties) {
        return AuthorizationServerSettings.builder()
                .issuer(properties.issuer().toString())
                .build();
    }

    @Bean
    OAuth2TokenGenerator<? extends OAuth2Token> tokenGenerator(SigningKeys keys, TokenClaims claims) {
        var tokens = new JwtGenerator(new NimbusJwtEncoder(keys.signing()));
        tokens.setJwtCustomizer(claims);
        return new DelegatingOAuth2TokenGenerator(tokens, new OAuth2RefreshTokenGenerator());
    }

    @Bean
    JwtDecoder jwtDecoder(SigningKeys keys) {
        return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
    }
}
