package id.satuatap.isolation.headers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without a screen: keeps cookies by host, follows redirects, sends forms. Every host is the loopback, where the gateway is; the certificate is verified. */
final class Visitor {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int MOST_REDIRECTS = 12;
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

    private final HttpClient client;
    private final int port;
    private final boolean plainToo;
    private final Map<String, Map<String, String>> cookies = new HashMap<>();
    private final List<String> seen = new ArrayList<>();

    Visitor(SecureStack stack) throws Exception {
        client = HttpClient.newBuilder()
                .sslContext(stack.certificate().trusting())
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .build();
        port = stack.port();
        plainToo = answersPlainly(port);
    }

    Visit open(String address) throws IOException, InterruptedException {
        return follow(URI.create(address), "GET", "");
    }

    /** Opens a page that wants to know who comes, answers, and ends where it leads then. */
    Visit signIn(String address, String username, String password) throws IOException, InterruptedException {
        var form = open(address);
        var fields = new LinkedHashMap<String, String>();
        HIDDEN.matcher(form.answer().body()).results().forEach(field -> fields.put(field.group(1), field.group(2)));
        fields.put("username", username);
        fields.put("password", password);
        return follow(form.answer().address().resolve("/sign-in"), "POST", encoded(fields));
    }

    private Visit follow(URI start, String method, String body) throws IOException, InterruptedException {
        var answer = send(start, method, body);
        for (var redirects = 0; answer.status() / 100 == 3 && redirects < MOST_REDIRECTS; redirects++) {
            answer = send(answer.address().resolve(answer.all("location").getFirst()), "GET", "");
        }
        return new Visit(true, plainToo, answer, List.copyOf(seen));
    }

    private Answer send(URI address, String method, String body) throws IOException, InterruptedException {
        var path = address.getRawQuery() == null
                ? address.getRawPath()
                : address.getRawPath() + "?" + address.getRawQuery();
        var request = HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + port + (path.isEmpty() ? "/" : path)))
                .header("Host", address.getAuthority())
                .header("Accept", "text/html,application/json;q=0.9,*/*;q=0.8")
                .timeout(PATIENCE)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/x-www-form-urlencoded");
        }
        var mine = cookies.computeIfAbsent(address.getHost(), host -> new LinkedHashMap<>());
        if (!mine.isEmpty()) {
            request.header(
                    "Cookie",
                    mine.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        var response = client.send(request.build(), BodyHandlers.ofString());
        response.headers().allValues("set-cookie").forEach(cookie -> keep(cookie, mine));
        return new Answer(address, response.statusCode(), response.headers().map(), response.body());
    }

    private void keep(String setCookie, Map<String, String> mine) {
        seen.add(setCookie);
        var pair = setCookie.split(";", 2)[0].split("=", 2);
        mine.put(pair[0].strip(), pair.length > 1 ? pair[1].strip() : "");
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** Whether the door of TLS answers somebody who speaks none. */
    private static boolean answersPlainly(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.getOutputStream()
                    .write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readNBytes(5), StandardCharsets.US_ASCII).startsWith("HTTP/");
        } catch (IOException closed) {
            return false;
        }
    }
}
