package id.satuatap.bench.edge;

import id.satuatap.stack.Credentials;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;

/** Where tokens are asked for: all that differs between identity and its peer. */
record TokenServer(String authorization, String token, Callers callers) {

    static TokenServer identity(int port, Callers callers) {
        var url = "http://127.0.0.1:" + port;
        return new TokenServer(url + "/oauth2/authorize", url + "/oauth2/token", callers);
    }

    /** The application asks for a token. */
    HttpRequest asking(Map<String, String> fields) {
        return HttpRequest.newBuilder(URI.create(token))
                .header("Authorization", "Basic " + basic(callers.application()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form(fields)))
                .build();
    }

    static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    static String basic(Credentials.Client client) {
        return Base64.getEncoder()
                .encodeToString((client.clientId() + ":" + client.clientSecret()).getBytes(StandardCharsets.UTF_8));
    }
}
