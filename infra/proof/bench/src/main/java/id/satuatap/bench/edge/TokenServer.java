package id.satuatap.bench.edge;

import id.satuatap.stack.Credentials;
import id.satuatap.stack.Stack;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/** Where tokens are asked for: all that differs between identity and its peer. */
record TokenServer(Stack stack, Callers callers, String authorization, String token) {

    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");

    static TokenServer identity(Stack stack, Callers callers, int port) {
        var url = "http://127.0.0.1:%d/oauth2/".formatted(port);
        return new TokenServer(stack, callers, url + "authorize", url + "token");
    }

    /** Of a session of its own: the code flow with PKCE, by a person who signs in. */
    String signIn() {
        var verifier = UUID.randomUUID() + "-" + UUID.randomUUID();
        var browser = new Browser(stack.http());
        var page = browser.get(authorization + "?"
                + Browser.form(Map.of(
                        "response_type", "code",
                        "client_id", callers.application().clientId(),
                        "redirect_uri", callers.callback(),
                        // without openid: Keycloak signs an ID token at each refresh, ours only at sign-in
                        "scope", "profile email",
                        "state", "state",
                        "code_challenge", challenge(verifier),
                        "code_challenge_method", "S256")));
        var code = CODE.matcher(
                browser.signIn(page, callers.person(), callers.callback()).location());
        if (!code.find()) {
            throw new IllegalStateException("No code for " + callers.person().username());
        }
        return refreshToken(Map.of(
                "grant_type",
                "authorization_code",
                "code",
                URLDecoder.decode(code.group(1), StandardCharsets.UTF_8),
                "redirect_uri",
                callers.callback(),
                "code_verifier",
                verifier));
    }

    /** The next one. */
    String refresh(String newest) {
        var next = refreshToken(Map.of("grant_type", "refresh_token", "refresh_token", newest));
        if (next.equals(newest)) {
            throw new IllegalStateException("Not refreshed by a new token");
        }
        return next;
    }

    /** The application asks for tokens. */
    private String refreshToken(Map<String, String> fields) {
        var answer = stack.send(HttpRequest.newBuilder(URI.create(token))
                .header("Authorization", "Basic " + basic(callers.application()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(Browser.form(fields))));
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("No tokens: %d %s".formatted(answer.statusCode(), answer.body()));
        }
        return JsonMapper.shared()
                .readTree(answer.body())
                .required("refresh_token")
                .asString();
    }

    static String basic(Credentials.Client client) {
        return Base64.getEncoder()
                .encodeToString((client.clientId() + ":" + client.clientSecret()).getBytes(StandardCharsets.UTF_8));
    }

    private static String challenge(String verifier) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
