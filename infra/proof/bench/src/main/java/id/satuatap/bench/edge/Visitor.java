package id.satuatap.bench.edge;

import id.satuatap.stack.Credentials;
import id.satuatap.stack.Stack;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A browser as the workspace sees it, but for the drawing: keeps cookies, signs in, opens a screen by the calls that Vaadin's client makes. */
final class Visitor {

    private static final int MOST_REDIRECTS = 12;
    private static final int ID_HOST = "http://".length();
    private static final Pattern HIDDEN = Pattern.compile("name=\"(_csrf)\" value=\"([^\"]*)\"");
    private static final String SIGN_IN_COOKIE = "SATUATAP_ID";

    private final Stack stack;
    private final String address;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    private Visitor(Stack stack, String tenant) {
        this.stack = stack;
        this.address = stack.address(tenant);
    }

    /** One who shows name and password. */
    static Visitor signIn(Stack stack, Credentials.User user) {
        var visitor = new Visitor(stack, String.valueOf(user.tenant()));
        var page = visitor.get(visitor.address + "/admin/");
        var token = HIDDEN.matcher(page.body());
        if (!token.find()) {
            throw new IllegalStateException("No form to sign in: " + page.statusCode());
        }
        var form = Map.of("username", user.username(), "password", user.password(), "_csrf", token.group(2));
        var text = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        visitor.follow(visitor.send(
                stack.issuer() + "/sign-in",
                HttpRequest.newBuilder()
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(text))));
        return visitor;
    }

    /** The same person in another browser session, signed in without a password because identity knows her. */
    Visitor again() {
        var other = new Visitor(stack, address.substring(ID_HOST, address.indexOf('.')));
        other.cookies.put(SIGN_IN_COOKIE, cookies.getOrDefault(SIGN_IN_COOKIE, ""));
        other.cookies.put("SATUATAP_ADMIN", "ended"); // or the gateway would count a thousand visitors at one address
        return other;
    }

    /** Opens a screen of the workspace and returns what Vaadin was told to draw. */
    String open(String route) {
        var page = get(address + "/admin/" + route);
        var init = get(address + "/admin/?v-r=init&location=" + route + "&query=");
        if (page.statusCode() != 200 || init.statusCode() != 200) {
            throw new IllegalStateException("No page: %d, %d".formatted(page.statusCode(), init.statusCode()));
        }
        var configuration = JsonMapper.shared().readTree(init.body()).get("appConfig");
        var drawn = send(
                address + "/admin/?v-r=uidl&v-uiId="
                        + configuration.get("v-uiId").asInt(),
                HttpRequest.newBuilder()
                        .header("Content-Type", "application/json; charset=UTF-8")
                        .POST(BodyPublishers.ofString(navigation(route, configuration.get("uidl")))));
        if (drawn.statusCode() != 200) {
            throw new IllegalStateException("No screen: " + drawn.statusCode());
        }
        return drawn.body();
    }

    private static String navigation(String route, JsonNode uidl) {
        var data = Map.of("route", route, "query", "", "appShellTitle", "", "trigger", "");
        return JsonMapper.shared()
                .writeValueAsString(Map.of(
                        "csrfToken",
                        uidl.get("Vaadin-Security-Key").asString(),
                        "rpc",
                        new Object[] {Map.of("type", "event", "node", 1, "event", "ui-navigate", "data", data)},
                        "syncId",
                        uidl.get("syncId").asInt(),
                        "clientId",
                        0));
    }

    private HttpResponse<String> get(String url) {
        return follow(send(url, HttpRequest.newBuilder().GET()));
    }

    private HttpResponse<String> follow(HttpResponse<String> first) {
        var answer = first;
        for (var hop = 0; answer.statusCode() / 100 == 3 && hop < MOST_REDIRECTS; hop++) {
            var next = answer.headers().firstValue("Location").orElseThrow();
            answer = send(absolute(next, answer), HttpRequest.newBuilder().GET());
        }
        return answer;
    }

    private static String absolute(String location, HttpResponse<String> from) {
        return location.startsWith("/")
                ? "http://" + from.request().headers().firstValue("Host").orElseThrow() + location
                : location;
    }

    private HttpResponse<String> send(String url, HttpRequest.Builder request) {
        var target = URI.create(url);
        var path = target.getRawPath() + (target.getRawQuery() == null ? "" : "?" + target.getRawQuery());
        var gateway = URI.create(stack.gateway());
        request.uri(URI.create("http://127.0.0.1:" + gateway.getPort() + path))
                .header("Host", target.getAuthority())
                .header("Accept", "text/html,application/json")
                .header(
                        "Cookie",
                        cookies.entrySet().stream()
                                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                                .collect(Collectors.joining("; ")));
        var answer = stack.send(request);
        answer.headers().allValues("Set-Cookie").forEach(this::keep);
        return answer;
    }

    private void keep(String cookie) {
        var pair = cookie.split(";", 2)[0].split("=", 2);
        cookies.put(pair[0], pair[1]);
    }
}
