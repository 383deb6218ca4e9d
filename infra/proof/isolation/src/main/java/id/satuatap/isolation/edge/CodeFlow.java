package id.satuatap.isolation.edge;

import id.satuatap.stack.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** The workspace's part of a sign-in, played by an attacker who knows the client's secret. */
final class CodeFlow {

    static final String CLIENT = "tenant-admin";
    static final String CALLBACK = "/admin/login/oauth2/code/satuatap";

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
        parameters.put("redirect_uri", "http://" + ground.host(Ground.A) + CALLBACK);
        parameters.put("code_challenge", challenge(verifier));
        parameters.put("code_challenge_method", "S256");
    }

    CodeFlow with(String name, String value) {
        parameters.put(name, value);
        return this;
    }

    CodeFlow without(String name) {
        parameters.remove(name);
        return this;
    }

    String verifier() {
        return verifier;
    }

    Answer authorize(Browser browser) throws IOException {
        return browser.get(ground.identity(), "/oauth2/authorize?" + Ask.encoded(parameters));
    }

    /** A code for who is signed in at identity in this browser. */
    String code(Browser browser) throws IOException {
        var code = Browser.query(authorize(browser).location()).get("code");
        if (code == null) {
            throw new IllegalStateException("no code");
        }
        return code;
    }

    Map<String, String> exchange(String code) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("grant_type", "authorization_code");
        fields.put("code", code);
        fields.put("redirect_uri", parameters.getOrDefault("redirect_uri", ""));
        fields.put("code_verifier", verifier);
        return fields;
    }

    Answer token(Map<String, String> fields) throws IOException {
        return token(fields, CLIENT, secret());
    }

    Answer token(Map<String, String> fields, String client, String secret) throws IOException {
        return ground.send(Ask.form(ground.identity(), "/oauth2/token", fields)
                .with("Authorization", Forger.basic(client, secret))
                .with("Accept", Ask.JSON));
    }

    static Map<String, String> refreshing(String refreshToken) {
        return Map.of("grant_type", "refresh_token", "refresh_token", refreshToken);
    }

    private String secret() {
        return ground.stack().service(Part.TENANT_ADMIN).environment("SATUATAP_ADMIN_CLIENT_SECRET");
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
