package id.satuatap.admin.session;

import static com.vaadin.flow.spring.security.VaadinSecurityConfigurer.vaadin;

import com.vaadin.flow.spring.security.VaadinDefaultRequestCache;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.ConfigurableServletWebServerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.DefaultLoginPageConfigurer;
import org.springframework.security.oauth2.client.web.OAuth2LoginAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;

/** Sign-in by OpenID Connect, sign-out at the provider as well; every page needs a signed-in person. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String SIGN_IN = "/oauth2/authorization/" + IdentityClient.REGISTRATION;

    @Bean
    SecurityFilterChain pages(
            HttpSecurity http,
            SessionTokens tokens,
            SignedIn signedIn,
            VaadinDefaultRequestCache asked,
            Addresses addresses,
            PlainPages pages) {
        asked.setDelegateRequestCache(cleanAddresses());
        http.authorizeHttpRequests(requests -> requests.requestMatchers(
                        "/look/**",
                        "/_static/**",
                        "/admin.css",
                        "/admin.js",
                        "/actuator/health/**",
                        "/actuator/prometheus")
                .permitAll());
        http.removeConfigurer(DefaultLoginPageConfigurer.class); // Spring's own pages speak English only
        http.addFilterBefore(new CallbackIssuer(addresses, pages), OAuth2LoginAuthenticationFilter.class);
        http.oauth2Login(login -> {
            login.authorizedClientRepository(tokens);
            login.addObjectPostProcessor(handlers(signedIn, pages));
        });
        http.with(
                vaadin(),
                vaadin -> vaadin.oauth2LoginPage(SIGN_IN, "{baseUrl}/")
                        .anyRequest(AuthorizeHttpRequestsConfigurer.AuthorizedUrl::authenticated));
        return http.build();
    }

    /**
     * Where the public address is https, the session cookie never travels otherwise, and no other host of the domain can set it
     * ({@code __Host-} asks for the path of the whole host). The gateway itself speaks http to this part.
     */
    @Bean
    WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> secureCookie(Addresses addresses) {
        var secure = "https".equals(addresses.baseUrl().getScheme());
        return server -> {
            var cookie = server.getSettings().getSession().getCookie();
            cookie.setSecure(secure);
            if (secure) {
                cookie.setName("__Host-SATUATAP_ADMIN");
                cookie.setPath("/");
            }
        };
    }

    /** Set on the filter itself: Vaadin's configurer would put its own handler over ours. */
    private static ObjectPostProcessor<OAuth2LoginAuthenticationFilter> handlers(SignedIn signedIn, PlainPages pages) {
        return new ObjectPostProcessor<>() {
            @Override
            public <O extends OAuth2LoginAuthenticationFilter> O postProcess(O filter) {
                filter.setAuthenticationSuccessHandler(signedIn);
                filter.setAuthenticationFailureHandler((request, response, failure) ->
                        pages.write(response, HttpStatus.UNAUTHORIZED, "page.sign-in-failed"));
                return filter;
            }
        };
    }

    /** Back to the very address that was asked for, without "?continue" added to it. */
    @SuppressWarnings("NullAway") // null is how Spring Security is told to add nothing
    private static HttpSessionRequestCache cleanAddresses() {
        var cache = new HttpSessionRequestCache();
        cache.setMatchingRequestParameterName(null);
        return cache;
    }
}
