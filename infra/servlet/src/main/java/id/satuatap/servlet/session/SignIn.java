package id.satuatap.servlet.session;

import id.satuatap.servlet.Addresses;
import id.satuatap.servlet.page.Languages;
import id.satuatap.servlet.page.PlainPages;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.DefaultLoginPageConfigurer;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2LoginAuthenticationFilter;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.stereotype.Component;

/** Sign-in by OpenID Connect, as every application has it that signs people in. */
@Component
public final class SignIn {

    /** Where a sign-in begins. */
    public static final String PATH = "/oauth2/authorization/" + IdentityClient.REGISTRATION;

    private final SessionTokens tokens;
    private final SignedIn signedIn;
    private final Addresses addresses;
    private final PlainPages pages;
    private final DefaultOAuth2AuthorizationRequestResolver requests;

    SignIn(
            SessionTokens tokens,
            SignedIn signedIn,
            Addresses addresses,
            PlainPages pages,
            ClientRegistrationRepository registrations) {
        this.tokens = tokens;
        this.signedIn = signedIn;
        this.addresses = addresses;
        this.pages = pages;
        this.requests = new DefaultOAuth2AuthorizationRequestResolver(registrations);
        requests.setAuthorizationRequestCustomizer(SignIn::tellLanguage);
    }

    /** Adds it to a chain of filters. */
    public void to(HttpSecurity http) {
        http.removeConfigurer(DefaultLoginPageConfigurer.class); // Spring's own pages speak English only
        http.addFilterBefore(new CallbackIssuer(addresses, pages), OAuth2LoginAuthenticationFilter.class);
        http.oauth2Login(login -> {
            login.authorizedClientRepository(tokens);
            login.authorizationEndpoint(endpoint -> endpoint.authorizationRequestResolver(requests));
            login.addObjectPostProcessor(handlers());
        });
    }

    /** Identity speaks the language that the person reads here. */
    private static void tellLanguage(OAuth2AuthorizationRequest.Builder request) {
        request.additionalParameters(
                more -> more.put("ui_locales", Languages.current().getLanguage()));
    }

    /** Set on the filter itself: Vaadin's configurer would put its own handler over ours. */
    private ObjectPostProcessor<OAuth2LoginAuthenticationFilter> handlers() {
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
}
