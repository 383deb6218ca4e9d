package id.satuatap.isolation.edge;

import id.satuatap.stack.Answer;
import id.satuatap.stack.Request;
import id.satuatap.stack.Wire;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.net.SocketFactory;

/** A browser without a screen: keeps the cookies of each host, sends forms with their hidden fields, follows nothing by itself. Every host is the gateway's door. */
public final class Browser {

    static final String SESSION = "SATUATAP_ADMIN";
    static final String IDENTITY_SESSION = "SATUATAP_ID";
    static final String WORKSPACE = "/admin/";

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int MOST_REDIRECTS = 12;
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

    private final SocketFactory sockets;
    private final int port;
    private final Map<String, Map<String, String>> cookies = new HashMap<>();
    private final List<String> set = new ArrayList<>();

    /** @param sockets such as those of TLS */
    public Browser(SocketFactory sockets, int port) {
        this.sockets = sockets;
        this.port = port;
    }

    Browser(int port) {
        this(SocketFactory.getDefault(), port);
    }

    Map<String, String> cookies(String host) {
        return cookies.computeIfAbsent(host, none -> new LinkedHashMap<>());
    }

    String cookie(String host, String name) {
        return cookies(host).getOrDefault(name, "");
    }

    /** Every {@code Set-Cookie} seen so far. */
    public List<String> set() {
        return List.copyOf(set);
    }

    Answer get(String host, String path) throws IOException {
        return send(host, Request.get(path).with("Accept", "text/html"));
    }

    Answer send(String host, Request request) throws IOException {
        var mine = cookies(host).entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        try (var wire = Wire.to(sockets, port, PATIENCE)) {
            var ready = mine.isEmpty() ? request : request.with("Cookie", mine);
            var answer = wire.write(ready.bytes(host)).read(request.method());
            for (var cookie : answer.all("Set-Cookie")) {
                set.add(cookie);
                var pair = cookie.split(";", 2)[0].split("=", 2);
                cookies(host).put(pair[0], pair[1]);
            }
            return answer;
        }
    }

    /** Where an answer sends it, on the host it came from unless it names one. */
    Answer follow(String host, Answer answer) throws IOException {
        var target = URI.create(answer.location());
        var query = target.getRawQuery() == null ? "" : "?" + target.getRawQuery();
        return get(target.getRawAuthority() == null ? host : target.getRawAuthority(), target.getRawPath() + query);
    }

    /** Opens an address and goes wherever it leads. */
    public Answer open(String address) throws IOException {
        var at = URI.create(address);
        return through(at.getRawAuthority(), get(at.getRawAuthority(), at.getRawPath()));
    }

    private Answer through(String host, Answer first) throws IOException {
        var at = host;
        var answer = first;
        for (var i = 0; answer.status() / 100 == 3 && i < MOST_REDIRECTS; i++) {
            var next = URI.create(answer.location()).getRawAuthority();
            answer = follow(at, answer);
            at = next == null ? at : next;
        }
        return answer;
    }

    /** Opens a page of identity and sends its form. */
    Answer submit(String identity, String page, String action, Map<String, String> fields) throws IOException {
        var all = new LinkedHashMap<>(hidden(get(identity, page)));
        all.putAll(fields);
        return send(identity, Request.form(action, all).with("Accept", "text/html"));
    }

    static Map<String, String> hidden(Answer page) {
        return HIDDEN.matcher(page.text())
                .results()
                .collect(Collectors.toMap(hit -> hit.group(1), hit -> hit.group(2), (one, other) -> one));
    }

    /** Types a name and a password into identity's page, wherever it leads. */
    Answer typePassword(String identity, String username, String password) throws IOException {
        return submit(identity, "/sign-in", "/sign-in", Map.of("username", username, "password", password));
    }

    /** Goes to a workspace, signs in on the way, and ends there. */
    public Answer signIn(String host, String identity, String username, String password) throws IOException {
        return signIn(WORKSPACE, host, identity, username, password);
    }

    /** The same at the application that has this page. */
    Answer signIn(String page, String host, String identity, String username, String password) throws IOException {
        return through(host, follow(identity, reachCallback(page, host, identity, username, password)));
    }

    /** The same up to the address that carries the code, which is not visited. */
    Answer reachCallback(String host, String identity, String username, String password) throws IOException {
        return reachCallback(WORKSPACE, host, identity, username, password);
    }

    private Answer reachCallback(String page, String host, String identity, String username, String password)
            throws IOException {
        follow(host, follow(host, get(host, page)));
        var signedIn = typePassword(identity, username, password);
        var callback = follow(identity, signedIn);
        if (!callback.location().contains("code=")) {
            throw new IllegalStateException(
                    "%s: no code, %d %s".formatted(username, callback.status(), callback.location()));
        }
        return callback;
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
