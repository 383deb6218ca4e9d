package id.satuatap.servlet;

import id.satuatap.servlet.page.PageWords;
import id.satuatap.servlet.page.PlainPages;
import id.satuatap.servlet.session.IdentityClient;
import id.satuatap.servlet.session.SignInSettings;
import id.satuatap.servlet.session.UserSession;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AccessToken.TokenType;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;

/** An application for tests, and somebody who signed in at it. */
public final class SessionFixture {

    public static final Addresses ADDRESSES = new Addresses(
            URI.create("https://satuatap.example"),
            URI.create("https://id.satuatap.example"),
            URI.create("http://127.0.0.1:1"),
            URI.create("http://127.0.0.1:2"));

    public static final SignInSettings SIGN_IN = new SignInSettings("an-application", "made-for-this-test", "/", null);

    /** Whose sentences are their keys. */
    public static final PlainPages PAGES = new PlainPages(new PageWords() {

        @Override
        public String sentence(String key, Locale language) {
            return key;
        }

        @Override
        public String stylesheet() {
            return "/look.css";
        }

        @Override
        public String start() {
            return "/";
        }
    });

    private SessionFixture() {}

    public static UserSession citizenOf(String tenant) {
        var now = Instant.now();
        return citizenOf(
                tenant, new OAuth2AccessToken(TokenType.BEARER, "token-of-" + tenant, now, now.plusSeconds(600)), null);
    }

    public static UserSession citizenOf(
            String tenant, OAuth2AccessToken token, @Nullable OAuth2RefreshToken refreshToken) {
        var registration = IdentityClient.registration(ADDRESSES, SIGN_IN);
        return new UserSession(
                tenant, "citizen", new OAuth2AuthorizedClient(registration, "citizen", token, refreshToken));
    }
}
