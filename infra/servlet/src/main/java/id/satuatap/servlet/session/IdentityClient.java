package id.satuatap.servlet.session;

import id.satuatap.servlet.Addresses;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;

/**
 * This application as a client of the identity provider. Built in code because the browser and the server reach
 * the provider by different addresses; the issuer is named as well, or the {@code iss} claim would go unchecked.
 */
@Configuration(proxyBeanMethods = false)
public class IdentityClient {

    static final String REGISTRATION = "satuatap";

    @Bean
    ClientRegistrationRepository clientRegistrations(Addresses addresses, SignInSettings settings) {
        return new InMemoryClientRegistrationRepository(registration(addresses, settings));
    }

    public static ClientRegistration registration(Addresses addresses, SignInSettings settings) {
        var issuer = addresses.issuer().toString();
        var internal = addresses.identityUrl().toString();
        return ClientRegistration.withRegistrationId(REGISTRATION)
                .clientId(settings.client())
                .clientSecret(settings.secret())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
                .scope("openid", "profile", "email")
                .issuerUri(issuer)
                .authorizationUri(issuer + "/oauth2/authorize")
                .tokenUri(internal + "/oauth2/token")
                .jwkSetUri(internal + "/oauth2/jwks")
                .userInfoUri(internal + "/userinfo")
                .userNameAttributeName(IdTokenClaimNames.SUB)
                .providerConfigurationMetadata(
                        Map.of("issuer", issuer, "end_session_endpoint", issuer + "/connect/logout"))
                .clientSettings(ClientRegistration.ClientSettings.builder()
                        .requireProofKey(true)
                        .build())
                .build();
    }
}
