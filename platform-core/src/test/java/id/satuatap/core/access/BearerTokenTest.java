package id.satuatap.core.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.web.server.authentication.ServerBearerTokenAuthenticationConverter;
import org.springframework.security.web.server.authentication.ServerAuthenticationConverter;

/** As Spring's own converter understands it, whose work it does. */
class BearerTokenTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJzYXR1In0.c2lnbmF0dXJl",
                "bearer a",
                "BEARER azAZ09-._~+/==",
                "Bearer",
                "Bearer ",
                "Bearer  a",
                "Bearer a ",
                "Bearer =",
                "Bearer ==",
                "Bearer a=b",
                "Bearer a b",
                "Bearer a,b",
                "Bearer é",
                "Bearer\ta",
                "Bearera",
                "Bearers token",
                " Bearer a",
                "Basic YTpi",
                "beare"
            })
    void a_header_means_what_it_means_to_spring(String header) {
        assertThat(meaning(new BearerToken(), header))
                .isEqualTo(meaning(new ServerBearerTokenAuthenticationConverter(), header));
    }

    private static String meaning(ServerAuthenticationConverter converter, String header) {
        var request = MockServerHttpRequest.get("/").header(HttpHeaders.AUTHORIZATION, header);
        try {
            var found = converter.convert(MockServerWebExchange.from(request)).blockOptional();
            return found.map(Authentication::getCredentials).orElse("nothing").toString();
        } catch (OAuth2AuthenticationException refused) {
            return "refused: " + refused.getError();
        }
    }
}
