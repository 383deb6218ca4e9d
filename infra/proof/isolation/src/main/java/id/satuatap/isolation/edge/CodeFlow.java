package id.satuatap.isolation.edge;

import id.satuatap.stack.Answer;
import id.satuatap.stack.Credentials;
import id.satuatap.stack.Part;
import id.satuatap.stack.Request;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** The workspace's part of a sign-in, played by an attacker who knows the client's secret. */
final class CodeFlow {

    static final String CALLBACK = "/admin/login/oauth2/code/satuatap";
    private static final String CLIENT = "tenant-admin";

    private final Ground ground;
    private final String verifier = UUID.randomUUID() + "-" + UUID.randomUUID();
    private final Map<String, String> parameters = new LinkedHashMap<>();

    CodeFlow(Ground ground) {
        this.ground = ground;
        parameters.put("response_type", "code");
        parameters.put("client_id", CLIENT);
        parameters.put("scope", "openid profile email");
        parameters.put("state", "state");
        parameters.put("nonce", "nonce");
        parameters.put("redirect_uri", "http://" + ground.host() + CALLBACK);
        parameters.put("code_challenge", challenge(verifier));
        parameters.put("code_challenge_method", "S256");
    }

    CodeFlow with(String name, String value) {
        parameters.put(name, value);
        return this;
    }

    String verifier() {
        return verifier;
    }

    /** The question of the workspace, as its address asks it. */
    String query() {
        return Request.encoded(parameters);
    }

    String without(String name) {
        var fewer = new LinkedHashMap<>(parameters);
        fewer.remove(name);
        return Request.encoded(fewer);
    }

    Answer authorize(Browser browser) throws IOException {
        return browser.get(ground.identity(), "/oauth2/authorize?" + query());
    }

    /** Tokens for who is signed in at identity in this browser. */
    JsonNode tokens(Browser browser) throws IOException {
        var code = Browser.query(authorize(browser).location()).get("code");
        if (code == null) {
            throw new IllegalStateException("no code");
        }
        var redirect = parameters.getOrDefault("redirect_uri", "");
        return token(Map.of(
                        "grant_type",
                        "authorization_code",
                        "code",
                        code,
                        "redirect_uri",
                        redirect,
                        "code_verifier",
                        verifier))
                .json();
    }

    private Answer token(Map<String, String> fields) throws IOException {
        var secret = ground.stack().service(Part.TENANT_ADMIN).environment("SATUATAP_ADMIN_CLIENT_SECRET");
        return ground.token(fields, new Credentials.Client(null, "", CLIENT, secret));
    }

    Answer refresh(String refreshToken) throws IOException {
        return token(Map.of("grant_type", "refresh_token", "refresh_token", refreshToken));
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
