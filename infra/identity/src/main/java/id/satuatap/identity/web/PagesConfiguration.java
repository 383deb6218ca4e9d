package id.satuatap.identity.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.csrf.CsrfException;

/** The pages, the second of the two filter chains. */
@Configuration(proxyBeanMethods = false)
class PagesConfiguration {

    /** Passwords are checked by the one provider there is, {@code PasswordSignIn}: named here again, it would run twice. */
    @Bean
    @Order(2)
    SecurityFilterChain pages(
            HttpSecurity http,
            SavedAuthorizationRequests pending,
            SecurityHeaders page,
            SignInOutcome outcome,
            SignOut signOut,
            SessionRegistry sessions)
            throws Exception {
        return http.authorizeHttpRequests(PagesConfiguration::access)
                .formLogin(form -> form.loginPage("/sign-in")
                        .authenticationDetailsSource(request -> request)
                        .successHandler(outcome)
                        .failureHandler(outcome))
                .logout(logout ->
                        logout.logoutUrl("/sign-out").addLogoutHandler(signOut).logoutSuccessUrl("/sign-in?signed-out"))
                .requestCache(cache -> cache.requestCache(pending))
                .sessionManagement(management -> SessionConfiguration.expirable(management, sessions))
                .exceptionHandling(faults -> faults.accessDeniedHandler(PagesConfiguration::refuse))
                .headers(page::apply)
                .build();
    }

    /** Each request is measured once, as a whole, and not once more for each of Spring Security's filters. */
    @Bean
    SecurityObservationSettings measuredOnce() {
        return SecurityObservationSettings.noObservations();
    }

    private static void access(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        requests.dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR)
                .permitAll()
                .requestMatchers(HttpMethod.GET, "/")
                .authenticated()
                .anyRequest()
                .permitAll();
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, AccessDeniedException fault)
            throws IOException, ServletException {
        if (fault instanceof CsrfException) {
            response.sendRedirect("/sign-in?expired");
        } else {
            new AccessDeniedHandlerImpl().handle(request, response, fault);
        }
    }
}
