package id.satuatap.citizen.signin;

import static com.vaadin.flow.spring.security.VaadinSecurityConfigurer.vaadin;

import com.vaadin.flow.spring.security.VaadinDefaultRequestCache;
import id.satuatap.servlet.Addresses;
import id.satuatap.servlet.session.SessionPaths;
import id.satuatap.servlet.session.SignIn;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;

/** The paths that need a signed-in person, and they alone, have sessions. */
@Configuration(proxyBeanMethods = false)
class SignInConfiguration {

    private static final Set<String> ALONE = Set.of("/saya", "/masuk", "/en/masuk", "/keluar");

    @Bean
    @Order(1)
    SecurityFilterChain account(
            HttpSecurity http,
            SignIn signIn,
            SessionPaths paths,
            VaadinDefaultRequestCache asked,
            Addresses addresses) {
        asked.setDelegateRequestCache(cleanAddresses());
        http.securityMatcher(request -> paths.bound().test(SessionPaths.path(request)));
        http.addFilterBefore(
                new LanguageHandover("https".equals(addresses.baseUrl().getScheme())),
                OAuth2AuthorizationRequestRedirectFilter.class);
        http.headers(headers ->
                headers.referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN)));
        http.logout(logout -> logout.logoutUrl("/keluar"));
        signIn.to(http);
        http.with(
                vaadin(),
                vaadin -> vaadin.oauth2LoginPage(SignIn.PATH, "{baseUrl}/")
                        .anyRequest(AuthorizeHttpRequestsConfigurer.AuthorizedUrl::authenticated));
        return http.build();
    }

    @Bean
    static SessionPaths sessionPaths() {
        return new SessionPaths(
                path -> ALONE.contains(path)
                        || path.startsWith("/saya/")
                        || path.startsWith("/login/oauth2/")
                        || path.startsWith("/oauth2/authorization/"),
                path -> path.startsWith("/saya/VAADIN/build/"));
    }

    /** Back to the very address that was asked for, without "?continue" added to it. */
    @SuppressWarnings("NullAway") // null is how Spring Security is told to add nothing
    private static HttpSessionRequestCache cleanAddresses() {
        var cache = new HttpSessionRequestCache();
        cache.setMatchingRequestParameterName(null);
        return cache;
    }
}
