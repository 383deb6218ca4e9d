package id.satuatap.admin.session;

import static com.vaadin.flow.spring.security.VaadinSecurityConfigurer.vaadin;

import com.vaadin.flow.spring.security.VaadinDefaultRequestCache;
import id.satuatap.servlet.session.SessionPaths;
import id.satuatap.servlet.session.SignIn;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;

/** Sign-in by OpenID Connect, sign-out at the provider as well; every page needs a signed-in person. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    @Bean
    SecurityFilterChain pages(HttpSecurity http, SignIn signIn, VaadinDefaultRequestCache asked) {
        asked.setDelegateRequestCache(cleanAddresses());
        http.authorizeHttpRequests(requests -> requests.requestMatchers(
                        "/look/**",
                        "/_static/**",
                        "/admin.css",
                        "/admin.js",
                        "/actuator/health/**",
                        "/actuator/prometheus")
                .permitAll());
        signIn.to(http);
        http.with(
                vaadin(),
                vaadin -> vaadin.oauth2LoginPage(SignIn.PATH, "{baseUrl}/")
                        .anyRequest(AuthorizeHttpRequestsConfigurer.AuthorizedUrl::authenticated));
        return http.build();
    }

    @Bean
    SessionPaths sessionPaths() {
        return new SessionPaths(
                path -> true,
                path -> path.startsWith("/actuator/")
                        || path.startsWith("/look/")
                        || path.startsWith("/VAADIN/build/"));
    }

    /** Back to the very address that was asked for, without "?continue" added to it. */
    @SuppressWarnings("NullAway") // null is how Spring Security is told to add nothing
    private static HttpSessionRequestCache cleanAddresses() {
        var cache = new HttpSessionRequestCache();
        cache.setMatchingRequestParameterName(null);
        return cache;
    }
}
