package id.satuatap.admin.session;

import id.satuatap.servlet.Addresses;
import id.satuatap.servlet.core.AccessTokens;
import id.satuatap.servlet.core.CoreClients;
import id.satuatap.servlet.core.People;
import id.satuatap.servlet.session.IdentityClient;
import id.satuatap.servlet.session.SignInSettings;
import id.satuatap.servlet.session.UserSession;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AccessToken.TokenType;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.json.JsonMapper;

/** A signed-in person for tests, and the clients of a core somewhere. */
public final class SessionFixture {

    private static final SignInSettings SIGN_IN = new SignInSettings("tenant-admin", "made-for-this-test", "/", null);

    private SessionFixture() {}

    public static UserSession assessorOf(String tenant) {
        var now = Instant.now();
        var tokens = new OAuth2AuthorizedClient(
                IdentityClient.registration(addresses(URI.create("http://127.0.0.1:1")), SIGN_IN),
                "assessor",
                new OAuth2AccessToken(TokenType.BEARER, "token-of-" + tenant, now, now.plusSeconds(600)));
        return new UserSession(tenant, "assessor", tokens);
    }

    public static CoreClients clientsOf(URI core) {
        var tokens = new AccessTokens(
                request -> {
                    throw new IllegalStateException("the token of this test lasts");
                },
                Clock.systemUTC());
        return new CoreClients(addresses(core), tokens, RestClient.builder(), new JsonMapper());
    }

    /** Whom that core knows by the token of the session at work. */
    public static People peopleOf(URI core) {
        return new People(clientsOf(core));
    }

    public static Tenants tenantsOf(URI core) {
        return new Tenants(clientsOf(core));
    }

    static Addresses addresses(URI core) {
        return new Addresses(
                URI.create("http://localhost"),
                URI.create("http://id.localhost"),
                core,
                URI.create("http://127.0.0.1:1"));
    }
}
