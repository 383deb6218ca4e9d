package id.satuatap.citizen;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** Visits a running citizen-ui as the gateway does: the tenant in a header. */
record Site(int port, String tenant) {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    record Answer(int status, byte[] bytes, HttpResponse<byte[]> whole) {

        String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        /** What a reader sees: no markup, single spaces. */
        String words() {
            return text().replaceAll("(?s)<head>.*?</head>", " ")
                    .replaceAll("<[^>]+>", " ")
                    .replaceAll("\\s+", " ");
        }

        String header(String name) {
            return whole.headers().firstValue(name).orElse("");
        }
    }

    Answer get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    Answer post(String path, String... headers) {
        return send(request(path, headers).POST(HttpRequest.BodyPublishers.ofString("x=1")));
    }

    private HttpRequest.Builder request(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        if (!tenant.isEmpty()) {
            request.header("X-Satu-Tenant", tenant);
        }
        return headers.length == 0 ? request : request.headers(headers);
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            var answer = CLIENT.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(answer.statusCode(), answer.body(), answer);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
