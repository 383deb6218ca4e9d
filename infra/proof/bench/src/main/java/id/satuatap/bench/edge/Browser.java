package id.satuatap.bench.edge;

import id.satuatap.stack.Credentials;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser but for the drawing: keeps cookies, follows where it is led, fills in the form it is shown. */
final class Browser {

    private static final int MOST_REDIRECTS = 12;
    private static final Pattern ACTION = Pattern.compile("<form\\b[^>]*\\baction=\"([^\"]+)\"");
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\"[^>]*\\bname=\"([^\"]+)\"(?:\\s+value=\"([^\"]*)\")?");

    /** What came, from where. */
    record Page(URI address, int status, String location, String body) {}

    private final HttpClient http;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    Browser(HttpClient http) {
        this.http = http;
    }

    /** Another that has only this cookie of it. */
    Browser with(String cookie) {
        var other = new Browser(http);
        other.cookies.put(cookie, cookies.getOrDefault(cookie, ""));
        return other;
    }

    Browser with(String cookie, String value) {
        cookies.put(cookie, value);
        return this;
    }

    /** As far as it leads. */
    Page get(String address) {
        return follow(send(URI.create(address), HttpRequest.newBuilder()), "nowhere");
    }

    Page post(String address, String type, String body) {
        return send(
                URI.create(address),
                HttpRequest.newBuilder().header("Content-Type", type).POST(BodyPublishers.ofString(body)));
    }

    /** Shows name and password where a page asks for them, and goes on as far as that leads, but not to this address. */
    Page signIn(Page page, Credentials.User person, String upTo) {
        var action = ACTION.matcher(page.body);
        if (!action.find()) {
            throw new IllegalStateException("No form to sign in: %d %s".formatted(page.status, page.address));
        }
        var fields = HIDDEN.matcher(page.body)
                .results()
                .collect(Collectors.toMap(
                        field -> field.group(1), field -> field.group(2) == null ? "" : field.group(2)));
        fields.put("username", person.username());
        fields.put("password", person.password());
        var target = page.address.resolve(action.group(1).replace("&amp;", "&"));
        return follow(post(target.toString(), "application/x-www-form-urlencoded", form(fields)), upTo);
    }

    static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private Page follow(Page first, String upTo) {
        var page = first;
        for (var hop = 0; hop < MOST_REDIRECTS && !page.location.isEmpty() && !page.location.startsWith(upTo); hop++) {
            page = send(page.address.resolve(page.location), HttpRequest.newBuilder());
        }
        return page;
    }

    /** Java does not resolve *.localhost: all of it is on the loopback. */
    private Page send(URI address, HttpRequest.Builder request) {
        var path = address.getRawPath() + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery());
        var mine = cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        request.uri(URI.create("http://127.0.0.1:" + address.getPort() + path))
                .headers("Host", address.getAuthority(), "Accept", "text/html,application/json", "Cookie", mine);
        var answer = send(request.build());
        for (var cookie : answer.headers().allValues("Set-Cookie")) {
            var pair = cookie.split(";", 2)[0].split("=", 2);
            cookies.put(pair[0], pair[1]);
        }
        var location = answer.headers().firstValue("Location").orElse("");
        return new Page(address, answer.statusCode(), location, answer.body());
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
