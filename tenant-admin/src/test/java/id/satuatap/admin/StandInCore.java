package id.satuatap.admin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A small platform-core for tests: one assessment whose indicators keep level, words and version, evidence by its size,
 * and an event stream. It answers with the same statuses and problems as the real one.
 */
public final class StandInCore implements AutoCloseable {

    /** What came in: path and the headers that identify the caller. */
    public record Call(String method, String path, Map<String, List<String>> headers) {

        public String header(String name) {
            var values = headers.get(name.substring(0, 1).toUpperCase(java.util.Locale.ROOT)
                    + name.substring(1).toLowerCase(java.util.Locale.ROOT));
            return values == null ? "" : values.getFirst();
        }
    }

    private record Answer(String level, String body, int version) {}

    public final List<Call> calls = new CopyOnWriteArrayList<>();
    public final List<Long> evidenceSizes = new CopyOnWriteArrayList<>();
    public final List<String> brokenUploads = new CopyOnWriteArrayList<>();
    public volatile int refuseWith;
    public volatile String role = "internal-assessor";

    private final Map<Integer, Answer> answers = new ConcurrentHashMap<>();
    private final List<HttpExchange> listeners = new CopyOnWriteArrayList<>();
    private final CountDownLatch listening = new CountDownLatch(1);
    private final AtomicInteger events = new AtomicInteger();
    private final HttpServer server;

    public StandInCore() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/api/v1/", this::handle);
        server.start();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public void awaitListener() throws InterruptedException {
        listening.await();
    }

    /** Sends one event to everyone who listens; they are numbered from 1. */
    public void happened(String kind) throws IOException {
        var number = events.incrementAndGet();
        for (var listener : listeners) {
            listener.getResponseBody()
                    .write("id: %d\nevent: %s\ndata: {\"id\":\"x\"}\n\n"
                            .formatted(number, kind)
                            .getBytes(StandardCharsets.UTF_8));
            listener.getResponseBody().flush();
        }
    }

    /** Ends all streams, as core does when a token ends. */
    public void endStreams() {
        var open = new ArrayList<>(listeners);
        listeners.removeAll(open);
        open.forEach(HttpExchange::close);
    }

    private void handle(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath().substring("/api/v1".length());
        calls.add(new Call(exchange.getRequestMethod(), path, Map.copyOf(exchange.getRequestHeaders())));
        if (refuseWith != 0) {
            problem(exchange, refuseWith, "test.refused", "");
        } else if (path.equals("/events")) {
            listen(exchange);
        } else if (path.equals("/me")) {
            answer(
                    exchange,
                    200,
                    "{\"subject\":\"x\",\"machine\":false,\"roles\":[\"%s\"],\"permissions\":[]}".formatted(role),
                    "application/json");
        } else if (path.startsWith("/tenants/")) {
            answer(exchange, 200, tenant(path.substring("/tenants/".length())), "application/json");
        } else if (path.endsWith("/evidence")) {
            receive(exchange, path);
        } else if (path.contains("/indicators/") && exchange.getRequestMethod().equals("PUT")) {
            save(exchange, Integer.parseInt(path.substring(path.lastIndexOf('/') + 1)));
        } else {
            problem(exchange, 404, "path.unknown", "");
        }
    }

    private void listen(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().write(":\n\n".getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
        listeners.add(exchange);
        listening.countDown();
    }

    private void receive(HttpExchange exchange, String path) throws IOException {
        long size = 0;
        try (var body = exchange.getRequestBody()) {
            var buffer = new byte[8192];
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                size += read;
            }
        } catch (IOException brokenOff) {
            brokenUploads.add(path);
            throw brokenOff;
        }
        evidenceSizes.add(size);
        answer(exchange, 201, "{}", "application/json");
    }

    private void save(HttpExchange exchange, int no) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var kept = answers.getOrDefault(no, new Answer("null", "", 0));
        var seen = exchange.getRequestHeaders().getFirst("If-Match");
        if (seen == null) {
            problem(exchange, 428, "request.if-match-missing", "");
        } else if (!seen.equals("\"" + kept.version() + "\"")) {
            problem(exchange, 412, "answer.changed", ",\"current\":" + view(kept, no));
        } else {
            var saved = new Answer("3", body, kept.version() + 1);
            answers.put(no, saved);
            answer(exchange, 200, view(saved, no), "application/json");
        }
    }

    private static String view(Answer answer, int no) {
        return """
                {"no":%d,"level":%s,"fact":"f","analysis":"a","version":%d,"updatedAt":"2026-11-21T02:05:00Z",
                 "updatedBy":"Ani","evidence":[],"history":[],
                 "score":{"index":0.15,"predicate":null,"domains":{},"aspects":{},"complete":false,"missing":[1]}}""".formatted(no, answer.level(), answer.version());
    }

    private static String tenant(String slug) {
        return """
                {"slug":"%s","name":"Kabupaten %1$s","kind":"REGENCY","simulated":true,"accent":"#0b5c8a","zone":"Asia/Makassar"}""".formatted(slug);
    }

    private static void problem(HttpExchange exchange, int status, String code, String more) throws IOException {
        answer(
                exchange,
                status,
                "{\"type\":\"urn:problem:%s\",\"title\":\"t\",\"status\":%d,\"detail\":\"Kalimat %s.\"%s}"
                        .formatted(code, status, code, more),
                "application/problem+json");
    }

    private static void answer(HttpExchange exchange, int status, String body, String type) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
