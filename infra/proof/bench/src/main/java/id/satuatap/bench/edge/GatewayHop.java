package id.satuatap.bench.edge;

import id.satuatap.bench.Load;
import id.satuatap.bench.Samples;
import id.satuatap.bench.WarmUp;
import id.satuatap.stack.Rows;
import id.satuatap.stack.Suite.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the way through the gateway costs, beside nginx before the same backend, with the transport of the system and with Java's own. */
public final class GatewayHop {

    private static final double SHARE = 0.65;
    private static final double MORE_MEDIAN = 1;
    private static final double MORE_P99 = 5;
    private static final int ROUNDS = 3;
    private static final int SECONDS = 4;
    private static final int HANDFUL = 20;
    private static final int CONNECTIONS = 64;
    private static final Map<String, Integer> SIZES = new TreeMap<>(Map.of("1k", 1024, "100k", 100 * 1024));

    private final Rows rows;
    private final String backend;
    private final String nginx;
    private final String epoll;
    private final String nio;

    private GatewayHop(Rows rows, String backend, String nginx, String epoll, String nio) {
        this.rows = rows;
        this.backend = backend;
        this.nginx = nginx;
        this.epoll = epoll;
        this.nio = nio;
    }

    /** A section of the suite. */
    public static void run(Run run) throws IOException {
        var rows = run.report().of("gateway-hop");
        var missing = Tools.missing(!run.isShort());
        if (!missing.isEmpty()) {
            rows.notYet("", "gateway beside nginx", "install " + String.join(", ", missing));
            return;
        }
        var folder = run.folder().resolve("gateway-hop");
        writeFiles(folder.resolve("backend/files/api/v1"));
        try (var backend = Nginx.files(folder.resolve("backend"));
                var nginx = Nginx.proxy(folder.resolve("nginx"), backend.port());
                var epoll = GatewayReplica.start(run.stack(), backend.url())) {
            if (run.isShort()) {
                tryOut(rows, List.of(backend.url(), nginx.url(), epoll.url()));
                return;
            }
            try (var nio = GatewayReplica.start(run.stack(), backend.url(), "-Dreactor.netty.native=false")) {
                new GatewayHop(rows, backend.url(), nginx.url(), epoll.url(), nio.url()).measure();
            }
        }
    }

    /** The backend also answers as core would: its one tenant lives at the address that the load generators call. */
    private static void writeFiles(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (var size : SIZES.entrySet()) {
            Files.writeString(folder.resolve(size.getKey()), "a".repeat(size.getValue()));
        }
        Files.writeString(folder.resolve("tenants"), """
                {"items":[{"slug":"satu","name":"Satu","state":"ACTIVE","hosts":["127.0.0.1"]}]}
                """);
    }

    private static void tryOut(Rows rows, List<String> urls) {
        for (var size : SIZES.keySet()) {
            urls.forEach(url -> H2load.handful(address(url, size), HANDFUL));
            rows.check(true, size, "straight, by nginx and by the gateway: all answers good", HANDFUL + " each");
        }
    }

    private void measure() {
        for (var url : List.of(epoll, nio)) {
            SIZES.keySet().forEach(size -> WarmUp.of("gateway-hop", () -> most(url, size, WarmUp.TURN)));
        }
        SIZES.keySet().forEach(this::measure);
    }

    private void measure(String size) {
        var time = Duration.ofSeconds(SECONDS);
        var seen = Samples.alternating(
                ROUNDS,
                List.of(() -> most(nginx, size, time), () -> most(epoll, size, time), () -> most(nio, size, time)));
        var peer = seen.get(0);
        var own = seen.get(1);
        rows.reach(
                own.ratioTo(peer) >= SHARE,
                size,
                "throughput, native transport on: ≥ %s × nginx".formatted(SHARE),
                compared(own, peer));
        rows.told(size, "throughput, native transport off", compared(seen.get(2), peer));
        measureLatency(size, own.median() / 2);
    }

    private void measureLatency(String size, double rate) {
        var own = new ArrayList<Samples>();
        var peer = new ArrayList<Samples>();
        var straight = new ArrayList<Samples>();
        for (var round = 0; round < ROUNDS; round++) {
            straight.add(H2load.paced(address(backend, size), rate, SECONDS));
            peer.add(H2load.paced(address(nginx, size), rate, SECONDS));
            own.add(H2load.paced(address(epoll, size), rate, SECONDS));
        }
        var median = Samples.added(own, straight, 50);
        var p99 = Samples.added(own, straight, 99);
        rows.reach(
                median.median() <= MORE_MEDIAN && p99.median() <= MORE_P99,
                size,
                "added at half load: ≤ %s ms p50, ≤ %s ms p99".formatted(MORE_MEDIAN, MORE_P99),
                "at %s requests/s: p50 +%s, p99 +%s; nginx +%s and +%s",
                Samples.number(rate),
                median.text("ms"),
                p99.text("ms"),
                Samples.added(peer, straight, 50).text("ms"),
                Samples.added(peer, straight, 99).text("ms"));
    }

    private static double most(String url, String size, Duration time) {
        return Load.run(address(url, size), "plain.lua", CONNECTIONS, time)
                .sound()
                .perSecond();
    }

    private static String compared(Samples own, Samples peer) {
        return "%s × nginx: %s against %s"
                .formatted(Samples.number(own.ratioTo(peer)), own.text("requests/s"), peer.text("requests/s"));
    }

    private static String address(String url, String size) {
        return url + "/api/v1/" + size;
    }
}
