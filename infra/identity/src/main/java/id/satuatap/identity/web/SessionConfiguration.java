package id.satuatap.identity.web;

import id.satuatap.identity.IdentityProperties;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.ConfigurableServletWebServerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.SessionManagementConfigurer;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.core.session.SessionRegistryImpl;
import org.springframework.security.web.session.HttpSessionEventPublisher;

/**
 * Sessions are kept in memory, which is enough for one node: they only carry a sign-in for half an hour; tokens, keys
 * and codes are in the database.
 */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

    private static final String COOKIE = "SATUATAP_ID";

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
    WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> sessionCookie(IdentityProperties properties) {
        return server -> {
            var cookie = server.getSettings().getSession().getCookie();
            cookie.setName(properties.cookie(COOKIE));
            cookie.setSecure(properties.isSecure());
        };
    }

    /** A session can be ended from outside, as when its account gets a new password. */
    static void expirable(SessionManagementConfigurer<HttpSecurity> management, SessionRegistry sessions) {
        management.sessionConcurrency(concurrency ->
                concurrency.maximumSessions(-1).sessionRegistry(sessions).expiredUrl("/sign-in?expired"));
    }
}
