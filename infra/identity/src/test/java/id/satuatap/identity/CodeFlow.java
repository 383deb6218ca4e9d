package id.satuatap.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.text.ParseException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How tenant-admin signs a person in, step by step. */
public final class CodeFlow {

    public static final String REDIRECT = "http://rembang.localhost:8080/admin/login/oauth2/code/satuatap";

    private final String verifier = UUID.randomUUID() + "-" + UUID.randomUUID();
    private final Map<String, String> parameters = new LinkedHashMap<>();

    public CodeFlow() {
        parameters.put("response_type", "code");
        parameters.put("client_id", "tenant-admin");
        parameters.put("scope", "openid profile email");
        parameters.put("state", "state-1");
        parameters.put("nonce", "nonce-1");
        parameters.put("redirect_uri", REDIRECT);
        parameters.put("code_challenge", challenge(verifier));
        parameters.put("code_challenge_method", "S256");
    }

    public CodeFlow with(String name, String value) {
        parameters.put(name, value);
        return this;
    }

    public CodeFlow without(String name) {
        parameters.remove(name);
        return this;
    }

    public String authorize() {
        return "/oauth2/authorize?" + Browser.encoded(parameters);
    }

    /** Signs in and returns the code that comes back. */
    public String code(Browser browser, String username) {
        assertThat(Browser.location(browser.get(authorize()))).isEqualTo("/sign-in");
        var signedIn = browser.signIn(username, RunningIdentity.PASSWORD);
        assertThat(Browser.location(signedIn)).startsWith("/oauth2/authorize?");
        return codeOf(browser);
    }

    /** The code for who is signed in already. */
    public String codeOf(Browser browser) {
        var back = Browser.location(browser.get(authorize()));
        assertThat(back).startsWith(REDIRECT + "?");
        assertThat(Browser.query(back)).containsEntry("state", "state-1");
        return Browser.query(back).get("code");
    }

    public Map<String, String> exchange(String code) {
        return Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code,
                "redirect_uri",
                parameters.get("redirect_uri"),
                "code_verifier",
                verifier);
    }

    public JsonNode tokens(Browser browser, String username) {
        return tokens(browser, exchange(code(browser, username)));
    }

    public static JsonNode tokens(Browser browser, Map<String, String> fields) {
        var response = browser.postAs("tenant-admin", RunningIdentity.ADMIN_SECRET, "/oauth2/token", fields);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return json(response.body());
    }

    public static int refresh(Browser browser, String refreshToken) {
        return browser.postAs("tenant-admin", RunningIdentity.ADMIN_SECRET, "/oauth2/token", refreshing(refreshToken))
                .statusCode();
    }

    public static Map<String, String> refreshing(String refreshToken) {
        return Map.of("grant_type", "refresh_token", "refresh_token", refreshToken);
    }

    public static JsonNode json(String body) {
        return JsonMapper.shared().readTree(body);
    }

    public static JWTClaimsSet claims(String token) {
        try {
            return SignedJWT.parse(token).getJWTClaimsSet();
        } catch (ParseException fault) {
            throw new IllegalStateException(fault);
        }
    }

    private static String challenge(String verifier) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (GeneralSecurityException fault) {
            throw new IllegalStateException(fault);
        }
    }
}
