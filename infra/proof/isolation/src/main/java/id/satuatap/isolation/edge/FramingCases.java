package id.satuatap.isolation.edge;

import static id.satuatap.isolation.edge.Ground.A;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Group E, where one request ends and the next begins: whatever two servers could read differently is refused, and nothing smuggled is ever answered. */
final class FramingCases {

    private static final String SMUGGLED = "GET /api/v1/tenants/smuggled HTTP/1.1\r\nHost: %s\r\n\r\n";
    private static final Duration SHORT = Duration.ofSeconds(3);

    private final Ground ground;
    private final String host;
    private final String token;

    FramingCases(Ground ground) {
        this.ground = ground;
        this.host = ground.host(A);
        this.token = ground.token(A, "tenant-admin");
    }

    void run() {
        var smuggled = SMUGGLED.formatted(host);
        var lengths = Map.of(
                "CL.TE",
                        post(
                                "Content-Length: %d\r\nTransfer-Encoding: chunked".formatted(5 + smuggled.length()),
                                "0\r\n\r\n" + smuggled),
                "TE.CL", post("Transfer-Encoding: chunked\r\nContent-Length: 4", "1\r\nx\r\n0\r\n\r\n" + smuggled),
                "two different lengths", post("Content-Length: 1\r\nContent-Length: 2", "x" + smuggled),
                "a list of lengths", post("Content-Length: 1, 2", "x" + smuggled),
                "a length with a sign", post("Content-Length: +1", "x" + smuggled),
                "a negative length", post("Content-Length: -1", smuggled),
                "a length in hex", post("Content-Length: 0x1", "x" + smuggled),
                "an endless length", post("Content-Length: 99999999999999999999", smuggled),
                "a length that is a word", post("Content-Length: x", smuggled));
        new TreeMap<>(lengths).forEach(this::oneAnswerAtMost);
        for (var encoding : List.of(
                "chunked, identity",
                "identity, chunked",
                "xchunked",
                "chunked\r\nTransfer-Encoding: x",
                "\u000bchunked",
                "chunked, chunked",
                "gzip, chunked",
                "x")) {
            oneAnswerAtMost(
                    "TE.TE: “%s”".formatted(encoding.replace("\r\n", " and ")),
                    post("Transfer-Encoding: " + encoding, "0\r\n\r\n" + smuggled));
        }
        oneAnswerAtMost(
                "a space before the colon of Transfer-Encoding",
                post("Transfer-Encoding : chunked\r\nContent-Length: 3", "0\r\n\r\n" + smuggled));
        for (var chunk : List.of(
                "-1\r\n",
                "+1\r\nx\r\n",
                "0x1\r\nx\r\n",
                "ffffffffffffffff1\r\nx\r\n",
                "1 \r\nxx\r\n",
                "\r\n",
                "g\r\n")) {
            oneAnswerAtMost(
                    "a chunk of size “%s”".formatted(chunk.strip().replace("\r\n", " ")),
                    post("Transfer-Encoding: chunked", chunk + "0\r\n\r\n" + smuggled));
        }
        oneAnswerAtMost(
                "a chunk longer than it says", post("Transfer-Encoding: chunked", "1\r\nxxxx\r\n0\r\n\r\n" + smuggled));
        oneAnswerAtMost(
                "a bare line feed after a chunk's size", post("Transfer-Encoding: chunked", "1;\nx\r\n0\r\n\r\n"));
        oneAnswerAtMost(
                "16 kB of chunk extension",
                post("Transfer-Encoding: chunked", "1;" + "x".repeat(16_384) + "\r\nx\r\n0\r\n\r\n"));
        oneAnswerAtMost(
                "a bare carriage return in a header",
                post("X: a\rTransfer-Encoding: chunked\r\nContent-Length: 0", ""));
        oneAnswerAtMost("NUL in a header", post("X: a\u0000b\r\nContent-Length: 0", ""));
        oneAnswerAtMost("a space in a header's name", post("X Y: a\r\nContent-Length: 0", ""));
        oneAnswerAtMost("a header without a colon", post("XY\r\nContent-Length: 0", ""));
        oneAnswerAtMost("a header without a name", post(": x\r\nContent-Length: 0", ""));
        oneAnswerAtMost("HTTP/0.9", "GET /api/v1/tenants/smuggled\r\n\r\n");
        oneAnswerAtMost("HTTP/3.0", "GET /api/v1/tenants/smuggled HTTP/3.0\r\nHost: " + host + "\r\n\r\n");
        oneAnswerAtMost(
                "HTTP/2 by prior knowledge",
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\u0000\u0000\u0000\u0004\u0000\u0000\u0000\u0000\u0000");
        upgrade();
        wholeMessages();
        sizes();
    }

    /** An answer of 4xx or none, and no second one: what came behind was not taken for a request. */
    private void oneAnswerAtMost(String what, String bytes) {
        ground.attack("E05", what).twin(this::soundPost).holds(() -> first(bytes), answer -> {
            if (answer.status() == Answer.SILENT) {
                return "left waiting";
            }
            return answer.status() == Answer.CUT || answer.status() / 100 == 4 ? null : "answered " + answer.status();
        });
    }

    private Answer first(String bytes) throws IOException {
        try (var wire = ground.wire(SHORT.multipliedBy(4))) {
            var answers = wire.write(bytes).readAll();
            if (answers.size() > 1) {
                throw new AssertionError("answered %d times: what was smuggled, too".formatted(answers.size()));
            }
            return answers.isEmpty() ? Answer.nothing(wire.isCut() ? Answer.CUT : Answer.SILENT) : answers.getFirst();
        }
    }

    private void upgrade() {
        ground.attack("E05", "an upgrade to h2c is not taken up")
                .twin(this::soundPost)
                .holds(
                        () -> ground.raw("GET /api/v1/me HTTP/1.1\r\nHost: " + host
                                + "\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\nAuthorization: Bearer "
                                + token + "\r\n\r\n"),
                        answer -> answer.status() == 101 ? "switched" : null);
    }

    /** What the standard allows is answered once for each request, and in order. */
    private void wholeMessages() {
        ground.attack("E05", "two requests at once: two answers, each its own")
                .holds(
                        () -> {
                            try (var wire = ground.wire()) {
                                wire.write(Ask.get(host, "/api/v1/me")
                                        .bearer(token)
                                        .bytes());
                                wire.write(Ask.get(host, "/api/v1/tenants/rejanglebong")
                                        .bytes());
                                var me = wire.read();
                                var tenant = wire.read();
                                if (!me.body().contains("\"subject\"")
                                        || !tenant.body().contains("\"slug\"")) {
                                    throw new AssertionError(me.status() + " " + tenant.status());
                                }
                                return tenant;
                            }
                        },
                        answer -> null);
        ground.attack("E05", "a body that nobody reads is not the next request")
                .holds(
                        () -> {
                            try (var wire = ground.wire(SHORT)) {
                                var hidden = SMUGGLED.formatted(host);
                                wire.write(Ask.get(host, "/api/v1/tenants/rejanglebong")
                                        .with("Content-Length", "" + hidden.length())
                                        .bytes());
                                var answers = wire.write(hidden).readAll();
                                if (answers.size() != 1) {
                                    throw new AssertionError(answers.size() + " answers");
                                }
                                return answers.getFirst();
                            }
                        },
                        answer -> answer.status() < 500 ? null : "answered " + answer.status());
    }

    private void sizes() {
        var get = "GET /api/v1/tenants HTTP/1.1\r\nHost: " + host + "\r\n";
        tooMuch("a request line of 64 kB", "GET /" + "x".repeat(65_536) + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
        tooMuch(
                "a query of 64 kB",
                "GET /api/v1/tenants?q=" + "x".repeat(65_536) + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
        tooMuch("a header of 64 kB", get + "X: " + "x".repeat(65_536) + "\r\n\r\n");
        tooMuch("a cookie of 64 kB", get + "Cookie: a=" + "x".repeat(65_536) + "\r\n\r\n");
        tooMuch("10,000 headers", get + "X: y\r\n".repeat(10_000) + "\r\n");
        tooMuch("10,000 cookies", get + "Cookie: " + "a=b; ".repeat(10_000) + "\r\n\r\n");
        ground.attack("E07", "a body that says it is 2 MB, for the API")
                .twin(this::soundPost)
                .refused(
                        () -> ground.raw(
                                "POST /api/v1/invitations HTTP/1.1\r\nHost: %s\r\nAuthorization: Bearer %s\r\nContent-Type: application/json\r\nContent-Length: 2097152\r\n\r\n"
                                        .formatted(host, token)),
                        413);
        ground.attack("E07", "a body of chunks that grows past 1 MB, for the API")
                .twin(this::soundPost)
                .holds(
                        () -> {
                            try (var wire = ground.wire()) {
                                wire.write(
                                        "POST /api/v1/invitations HTTP/1.1\r\nHost: %s\r\nAuthorization: Bearer %s\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
                                                .formatted(host, token));
                                for (var i = 0; i < 40; i++) {
                                    wire.write("8000\r\n" + " ".repeat(0x8000) + "\r\n");
                                }
                                return wire.read();
                            }
                        },
                        answer -> answer.status() == 413 || answer.status() == Answer.CUT
                                ? null
                                : "answered " + answer.status());
    }

    private void tooMuch(String what, String bytes) {
        ground.attack("E07", what)
                .twin(this::soundPost)
                .holds(
                        () -> first(bytes),
                        answer -> List.of(Answer.CUT, 400, 413, 414, 431).contains(answer.status())
                                ? null
                                : "answered " + answer.status());
    }

    /** The twin: a chunked body with an extension, which is all right. */
    private Answer soundPost() throws IOException {
        var client = ground.stack().credentials().client(A, "coordinator");
        var body = "grant_type=client_credentials";
        return ground.raw(
                "POST /oauth2/token HTTP/1.1\r\nHost: %s\r\nAuthorization: %s\r\nContent-Type: %s\r\nTransfer-Encoding: chunked\r\n\r\n%x\r\n%s\r\n0\r\n\r\n"
                        .formatted(
                                ground.identity(),
                                Forger.basic(client.clientId(), client.clientSecret()),
                                Ask.FORM,
                                body.length(),
                                body));
    }

    private String post(String headers, String body) {
        return "POST /api/v1/invitations HTTP/1.1\r\nHost: %s\r\nAuthorization: Bearer %s\r\nContent-Type: application/json\r\n%s\r\n\r\n%s"
                .formatted(host, token, headers, body);
    }
}
