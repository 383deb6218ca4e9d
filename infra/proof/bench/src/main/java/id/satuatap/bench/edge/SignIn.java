package id.satuatap.bench.edge;

import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** A person's way to tokens, at any server: the code flow with PKCE, in a browser that keeps cookies and fills in the form it is shown. */
final class SignIn {

    private static final int MOST_REDIRECTS = 6;
    private static final Pattern ACTION = Pattern.compile("<form\\b[^>]*\\baction=\"([^\"]+)\"");
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\"[^>]*\\bname=\"([^\"]+)\"(?:\\s+value=\"([^\"]*)\")?");
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");

    private final TokenServer server;
    private final String verifier = UUID.randomUUID() + "-" + UUID.randomUUID();
    private final Map<String, String> cookies = new LinkedHashMap<>();

    private SignIn(TokenServer server) {
        this.server = server;
    }

    /** Of a session of its own. */
    static String refreshToken(TokenServer server) {
        var signIn = new SignIn(server);
        return signIn.exchange(signIn.code());
    }

    private String code() {
        var asked = Map.of(
                "response_type", "code",
                "client_id", server.callers().application().clientId(),
                "redirect_uri", server.callers().callback(),
                "scope", "profile email", // without openid: Keycloak signs an ID token at each refresh, ours only at
                // sign-in
                "state", "state",
                "code_challenge", challenge(),
                "code_challenge_method", "S256");
        var page = follow(
                send(HttpRequest.newBuilder(URI.create(server.authorization() + "?" + TokenServer.form(asked)))));
        var code = CODE.matcher(location(follow(submit(page))));
        if (!code.find()) {
            throw new IllegalStateException(
                    "No code for " + server.callers().person().username());
        }
        return URLDecoder.decode(code.group(1), StandardCharsets.UTF_8);
    }

    private HttpResponse<String> submit(HttpResponse<String> page) {
        var action = ACTION.matcher(page.body());
        if (!action.find()) {
            throw new IllegalStateException("No form to sign in: %d %s".formatted(page.statusCode(), page.uri()));
        }
        var fields = HIDDEN.matcher(page.body())
                .results()
                .collect(Collectors.toMap(
                        field -> field.group(1), field -> field.group(2) == null ? "" : field.group(2)));
        fields.put("username", server.callers().person().username());
        fields.put("password", server.callers().person().password());
        return send(HttpRequest.newBuilder(page.uri().resolve(action.group(1).replace("&amp;", "&")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(TokenServer.form(fields))));
    }

    /** As far as it leads, but not to the application. */
    private HttpResponse<String> follow(HttpResponse<String> first) {
        var answer = first;
        for (var hop = 0; hop < MOST_REDIRECTS && leadsOn(location(answer)); hop++) {
            answer = send(HttpRequest.newBuilder(answer.uri().resolve(location(answer))));
        }
        return answer;
    }

    private boolean leadsOn(String location) {
        return !location.isEmpty() && !location.startsWith(server.callers().callback());
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private String exchange(String code) {
        var answer = Http.send(server.asking(Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code,
                "redirect_uri",
                server.callers().callback(),
                "code_verifier",
                verifier)));
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("No tokens: %d %s".formatted(answer.statusCode(), answer.body()));
        }
        return JsonMapper.shared()
                .readTree(answer.body())
                .required("refresh_token")
                .asString();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        var mine = cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        var answer = Http.send(
                request.header("Accept", "text/html").header("Cookie", mine).build());
        for (var cookie : answer.headers().allValues("Set-Cookie")) {
            var pair = cookie.split(";", 2)[0].split("=", 2);
            cookies.put(pair[0], pair[1]);
        }
        return answer;
    }

    private String challenge() {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
