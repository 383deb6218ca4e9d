package id.satuatap.isolation.edge;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without a screen: keeps the cookies of each host, sends forms with their hidden fields, follows nothing by itself. */
final class Browser {

    static final String SESSION = "SATUATAP_ADMIN";
    static final String IDENTITY_SESSION = "SATUATAP_ID";
    static final String WORKSPACE = "/admin/";
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

    private final Ground ground;
    private final Map<String, Map<String, String>> cookies = new HashMap<>();

    Browser(Ground ground) {
        this.ground = ground;
    }

    Map<String, String> cookies(String host) {
        return cookies.computeIfAbsent(host, none -> new LinkedHashMap<>());
    }

    String cookie(String host, String name) {
        return cookies(host).getOrDefault(name, "");
    }

    Answer get(String host, String path) throws IOException {
        return send(Ask.get(host, path).with("Accept", "text/html"));
    }

    Answer send(Ask ask) throws IOException {
        var host = ask.host();
        var mine = cookies(host).entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        var answer = ground.send(mine.isEmpty() ? ask : ask.with("Cookie", mine));
        for (var cookie : answer.all("Set-Cookie")) {
            var pair = cookie.split(";", 2)[0].split("=", 2);
            cookies(host).put(pair[0], pair[1]);
        }
        return answer;
    }

    /** Where an answer sends it, on the host it came from unless it names one. */
    Answer follow(String host, Answer answer) throws IOException {
        var target = URI.create(answer.location());
        var query = target.getRawQuery() == null ? "" : "?" + target.getRawQuery();
        return get(target.getRawAuthority() == null ? host : target.getRawAuthority(), target.getRawPath() + query);
    }

    /** Opens a page of identity and sends its form. */
    Answer submit(String page, String action, Map<String, String> fields) throws IOException {
        var all = new LinkedHashMap<>(hidden(get(ground.identity(), page)));
        all.putAll(fields);
        return send(Ask.form(ground.identity(), action, all).with("Accept", "text/html"));
    }

    static Map<String, String> hidden(Answer page) {
        return HIDDEN.matcher(page.body())
                .results()
                .collect(Collectors.toMap(hit -> hit.group(1), hit -> hit.group(2), (one, other) -> one));
    }

    /** Types a name and a password into identity's page, wherever it leads. */
    Answer typePassword(String username, String password) throws IOException {
        return submit("/sign-in", "/sign-in", Map.of("username", username, "password", password));
    }

    /** Goes to a tenant's workspace, signs in on the way, and ends there. */
    Browser signIn(String tenant, String username, String password) throws IOException {
        var callback = reachCallback(tenant, username, password);
        expect(follow(ground.host(tenant), callback), 302, "the workspace's answer to the code");
        return this;
    }

    /** The same up to the address that carries the code, which is not visited. */
    Answer reachCallback(String tenant, String username, String password) throws IOException {
        var host = ground.host(tenant);
        var asked = get(host, WORKSPACE);
        var authorize = follow(host, asked);
        expect(follow(host, authorize), 303, "identity's answer to the workspace");
        var signedIn = expect(typePassword(username, password), 303, "the password of " + username);
        return expect(follow(ground.identity(), signedIn), 303, "the code");
    }

    private static Answer expect(Answer answer, int status, String what) {
        if (answer.status() != status) {
            throw new IllegalStateException("%s: %d %s".formatted(what, answer.status(), answer.body()));
        }
        return answer;
    }

    static Map<String, String> query(String address) {
        var query = address.contains("?") ? address.substring(address.indexOf('?') + 1) : "";
        return Arrays.stream(query.split("&"))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(
                        pair -> pair[0],
                        pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8),
                        (one, other) -> one));
    }
}
