package id.satuatap.citizen;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Answers what platform-core answers, from small files with real figures; parts of it can be away. */
public final class CoreStandIn implements AutoCloseable {

    private static final int FEATURE = 4;
    private static final byte[] NOTHING = {};

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpServer server;
    private final List<String> away = new CopyOnWriteArrayList<>();
    private final List<Map<String, String>> received = new CopyOnWriteArrayList<>();

    private CoreStandIn(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/api/v1/tenants", exchange -> answer(exchange, this::tenants));
        server.createContext("/api/v1/spbe/results", exchange -> answer(exchange, this::results));
        server.createContext("/api/v1/spbe/instruments", exchange -> answer(exchange, this::instruments));
    }

    public static CoreStandIn start(int port) {
        try {
            var standIn = new CoreStandIn(port);
            standIn.server.start();
            return standIn;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Runs by hand for looking at the pages: {@code CoreStandIn 8081}. */
    public static void main(String[] arguments) {
        start(Integer.parseInt(arguments[0]));
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** From now on everything whose path contains this fails with 500. */
    void goesAway(String pathPart) {
        away.add(pathPart);
    }

    void comesBack() {
        away.clear();
    }

    List<Map<String, String>> received() {
        return received;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private interface Handler {
        byte[] answer(HttpExchange exchange);
    }

    private void answer(HttpExchange exchange, Handler handler) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            received.add(exchange.getRequestHeaders().entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, header -> header.getValue().getFirst())));
            if (away.stream().anyMatch(path::contains)) {
                exchange.sendResponseHeaders(500, -1);
                return;
            }
            var body = handler.answer(exchange);
            if (body.length == 0) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            var csv = "text/csv".equals(exchange.getRequestHeaders().getFirst("Accept"));
            exchange.getResponseHeaders().set("Content-Type", csv ? "text/csv;charset=UTF-8" : "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /** The list of tenants; of one of them what {@code core/<feature>.json} has under its slug, whole or by an id. */
    private byte[] tenants(HttpExchange exchange) {
        var parts = exchange.getRequestURI().getPath().substring(1).split("/", -1);
        if (parts.length < FEATURE + 1) {
            return bytes(read("tenants.json"));
        }
        var page = read(parts[FEATURE] + ".json").path(parts[FEATURE - 1]);
        if (parts.length == FEATURE + 1) {
            return page.isMissingNode() ? text("{\"items\":[],\"counts\":[]}") : bytes(page);
        }
        return page.path("items")
                .valueStream()
                .filter(item -> item.path("id").asString().equals(parts[FEATURE + 1]))
                .findFirst()
                .map(CoreStandIn::bytes)
                .orElse(NOTHING);
    }

    private byte[] results(HttpExchange exchange) {
        var region = exchange.getRequestURI().getQuery().replaceAll(".*region=([0-9.]+).*", "$1");
        var items = StreamSupport.stream(read("results.json").get("items").spliterator(), false)
                .filter(item -> item.get("region").asString().equals(region))
                .toList();
        if ("text/csv".equals(exchange.getRequestHeaders().getFirst("Accept"))) {
            return text("region,year,index\n"
                    + items.stream()
                            .map(item -> region + "," + item.get("year") + "," + item.get("index") + "\n")
                            .collect(Collectors.joining()));
        }
        return text("{\"items\":" + items + ",\"next\":null}");
    }

    private byte[] instruments(HttpExchange exchange) {
        var path = exchange.getRequestURI().getPath();
        var all = read("instruments.json");
        return StreamSupport.stream(all.get("items").spliterator(), false)
                .filter(instrument -> path.endsWith("/" + instrument.get("id").asString()))
                .findFirst()
                .map(CoreStandIn::bytes)
                .orElseGet(() -> bytes(all));
    }

    private static JsonNode read(String name) {
        return JSON.readTree(CoreStandIn.class.getResourceAsStream("/core/" + name));
    }

    private static byte[] bytes(JsonNode node) {
        return text(node.toString());
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
