package id.satuatap.identity.web;

import id.satuatap.identity.IdentityProperties;
import id.satuatap.identity.token.Refreshing;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.ConfigurableServletWebServerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.SessionManagementConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.core.session.SessionRegistryImpl;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.session.HttpSessionEventPublisher;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;

/**
 * Two chains: the endpoints of OpenID Connect, and the pages. Sessions are kept in memory, which is enough for one
 * node: they only carry a sign-in for half an hour; tokens, keys and codes are in the database.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    /** Any client could ask about anybody's token, and nobody needs to: tokens verify by signature. */
    private static final String[] CLOSED = {"/oauth2/introspect", "/oauth2/par", "/oauth2/revoke"};

    @Bean
    @Order(1)
    SecurityFilterChain openIdConnect(
            HttpSecurity http,
            PendingSignIn pending,
            PageSecurity page,
            SignInNeeded signInNeeded,
            SignOut signOut,
            SessionRegistry sessions,
            Refreshing refreshing)
            throws Exception {
        var html = new MediaTypeRequestMatcher(MediaType.TEXT_HTML);
        html.setIgnoredMediaTypes(Set.of(MediaType.ALL));
        return http.oauth2AuthorizationServer(server -> {
                    http.securityMatcher(server.getEndpointsMatcher());
                    endpoints(server, signOut, new RefreshGrant(refreshing));
                })
                .authorizeHttpRequests(requests ->
                        requests.requestMatchers(CLOSED).denyAll().anyRequest().authenticated())
                .requestCache(cache -> cache.requestCache(pending.cache()))
                .sessionManagement(management -> expirable(management, sessions))
                .exceptionHandling(faults -> faults.defaultAuthenticationEntryPointFor(
                                SecurityConfiguration::nameYourself,
                                PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/oauth2/**"))
                        .defaultAuthenticationEntryPointFor(signInNeeded, html))
                .headers(page::apply)
                .build();
    }

    /** Passwords are checked by the one provider there is, {@code PasswordSignIn}: named here again, it would run twice. */
    @Bean
    @Order(2)
    SecurityFilterChain pages(
            HttpSecurity http,
            PendingSignIn pending,
            PageSecurity page,
            SignInOutcome outcome,
            SignOut signOut,
            SessionRegistry sessions)
            throws Exception {
        return http.authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR)
                                .permitAll()
                                .requestMatchers(HttpMethod.GET, "/")
                                .authenticated()
                                .anyRequest()
                                .permitAll())
                .formLogin(form -> form.loginPage("/sign-in")
                        .authenticationDetailsSource(request -> request)
                        .successHandler(outcome)
                        .failureHandler(outcome))
                .logout(logout ->
                        logout.logoutUrl("/sign-out").addLogoutHandler(signOut).logoutSuccessUrl("/sign-in?signed-out"))
                .requestCache(cache -> cache.requestCache(pending.cache()))
                .sessionManagement(management -> expirable(management, sessions))
                .exceptionHandling(faults -> faults.accessDeniedHandler((request, response, fault) -> {
                    if (fault instanceof CsrfException) {
                        response.sendRedirect("/sign-in?expired");
                    } else {
                        new AccessDeniedHandlerImpl().handle(request, response, fault);
                    }
                }))
                .headers(page::apply)
                .build();
    }

    /** Each request is measured once, as a whole, and not once more for each of Spring Security's filters. */
    @Bean
    SecurityObservationSettings measuredOnce() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    SessionRegistry sessionRegistry() {
        return new SessionRegistryImpl();
    }

    /** Tells the registry when a session ends. */
    @Bean
    HttpSessionEventPublisher httpSessionEventPublisher() {
        return new HttpSessionEventPublisher();
    }

    /** Where the public address is https, the session cookie never travels otherwise. */
    @Bean
    WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> secureCookie(IdentityProperties properties) {
        var secure = "https".equals(properties.issuer().getScheme());
        return server -> server.getSettings().getSession().getCookie().setSecure(secure);
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

    private static void endpoints(
            OAuth2AuthorizationServerConfigurer server, SignOut signOut, RefreshGrant refreshGrant) {
        server.tokenEndpoint(endpoint -> endpoint.authenticationProviders(refreshGrant::replaceIn));
        server.authorizationServerMetadataEndpoint(endpoint -> endpoint.authorizationServerMetadataCustomizer(
                metadata -> metadata.claims(SecurityConfiguration::tidy)));
        server.oidc(oidc -> oidc.userInfoEndpoint(Customizer.withDefaults())
                .providerConfigurationEndpoint(endpoint -> endpoint.providerConfigurationCustomizer(
                        metadata -> metadata.claims(SecurityConfiguration::tidy)))
                .logoutEndpoint(logout -> logout.logoutResponseHandler(signOut).errorResponseHandler(signOut)));
    }

    /** The metadata name what is really offered. */
    private static void tidy(Map<String, Object> metadata) {
        metadata.keySet()
                .removeIf(name -> name.startsWith("introspection_")
                        || name.startsWith("revocation_")
                        || name.startsWith("pushed_authorization_")
                        || name.startsWith("tls_client_")
                        || name.startsWith("dpop_"));
        metadata.put("grant_types_supported", List.of("authorization_code", "refresh_token", "client_credentials"));
        metadata.put("scopes_supported", List.of("openid", "profile", "email"));
        metadata.put("token_endpoint_auth_methods_supported", List.of("client_secret_basic", "client_secret_post"));
        metadata.put("ui_locales_supported", List.of("id", "en"));
    }

    /** A session can be ended from outside, as when its account gets a new password. */
    private static void expirable(SessionManagementConfigurer<HttpSecurity> management, SessionRegistry sessions) {
        management.sessionConcurrency(concurrency ->
                concurrency.maximumSessions(-1).sessionRegistry(sessions).expiredUrl("/sign-in?expired"));
    }
}
