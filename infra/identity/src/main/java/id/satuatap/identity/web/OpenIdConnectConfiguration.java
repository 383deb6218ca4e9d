package id.satuatap.identity.web;

import id.satuatap.identity.token.RefreshTokenProvider;
import id.satuatap.identity.token.RefreshTokenRotation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.ExceptionHandlingConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;

/** The endpoints of OpenID Connect, the first of the two filter chains. */
@Configuration(proxyBeanMethods = false)
class OpenIdConnectConfiguration {

    /** Any client could ask about anybody's token, and nobody needs to: tokens verify by signature. */
    private static final String[] CLOSED = {"/oauth2/introspect", "/oauth2/par", "/oauth2/revoke"};

    private static final List<String> NOT_OFFERED =
            List.of("introspection_", "revocation_", "pushed_authorization_", "tls_client_", "dpop_");

    private final SignInEntryPoint signInEntryPoint;
    private final AuthorizationResponse authorizationResponse;
    private final SignOut signOut;
    private final RefreshTokenRotation rotation;

    OpenIdConnectConfiguration(
            SignInEntryPoint signInEntryPoint,
            AuthorizationResponse authorizationResponse,
            SignOut signOut,
            RefreshTokenRotation rotation) {
        this.signInEntryPoint = signInEntryPoint;
        this.authorizationResponse = authorizationResponse;
        this.signOut = signOut;
        this.rotation = rotation;
    }

    @Bean
    @Order(1)
    SecurityFilterChain openIdConnect(
            HttpSecurity http, SavedAuthorizationRequests pending, SecurityHeaders page, SessionRegistry sessions)
            throws Exception {
        return http.oauth2AuthorizationServer(server -> {
                    http.securityMatcher(server.getEndpointsMatcher());
                    endpoints(server);
                })
                .authorizeHttpRequests(requests ->
                        requests.requestMatchers(CLOSED).denyAll().anyRequest().authenticated())
                .requestCache(cache -> cache.requestCache(pending))
                .sessionManagement(management -> SessionConfiguration.expirable(management, sessions))
                .exceptionHandling(this::entryPoints)
                .headers(page::apply)
                .build();
    }

    private void endpoints(OAuth2AuthorizationServerConfigurer server) {
        server.authorizationEndpoint(endpoint -> endpoint.authorizationResponseHandler(authorizationResponse)
                .errorResponseHandler(authorizationResponse));
        server.tokenEndpoint(
                endpoint -> endpoint.authenticationProviders(new RefreshTokenProvider(rotation)::replaceIn));
        server.authorizationServerMetadataEndpoint(endpoint -> endpoint.authorizationServerMetadataCustomizer(
                metadata -> metadata.claims(OpenIdConnectConfiguration::describe)));
        server.oidc(oidc -> oidc.userInfoEndpoint(Customizer.withDefaults())
                .providerConfigurationEndpoint(endpoint -> endpoint.providerConfigurationCustomizer(
                        metadata -> metadata.claims(OpenIdConnectConfiguration::describe)))
                .logoutEndpoint(logout -> logout.logoutResponseHandler(signOut).errorResponseHandler(signOut)));
    }

    private void entryPoints(ExceptionHandlingConfigurer<HttpSecurity> faults) {
        var html = new MediaTypeRequestMatcher(MediaType.TEXT_HTML);
        html.setIgnoredMediaTypes(Set.of(MediaType.ALL));
        var program = PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/oauth2/**");
        faults.defaultAuthenticationEntryPointFor(OpenIdConnectConfiguration::nameYourself, program)
                .defaultAuthenticationEntryPointFor(signInEntryPoint, html);
    }

    /** A client that says nothing about itself hears the same as one that says something wrong (RFC 6749, 5.2). */
    private static void nameYourself(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException nobody)
            throws IOException {
        response.setStatus(HttpStatus.UNAUTHORIZED.value());
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"satuatap\"");
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getOutputStream().print("{\"error\":\"invalid_client\"}");
    }

    /** The metadata name what is really offered. */
    private static void describe(Map<String, Object> metadata) {
        metadata.keySet().removeIf(name -> NOT_OFFERED.stream().anyMatch(name::startsWith));
        metadata.put("authorization_response_iss_parameter_supported", true);
        metadata.put("grant_types_supported", List.of("authorization_code", "refresh_token", "client_credentials"));
        metadata.put("scopes_supported", List.of("openid", "profile", "email"));
        metadata.put("token_endpoint_auth_methods_supported", List.of("client_secret_basic", "client_secret_post"));
        metadata.put("ui_locales_supported", List.of("id", "en"));
    }
}
