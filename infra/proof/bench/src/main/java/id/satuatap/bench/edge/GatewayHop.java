package id.satuatap.bench.edge;

import id.satuatap.bench.WarmUp;
import id.satuatap.stack.Report.Outcome;
import id.satuatap.stack.Suite.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the way through the gateway costs, beside nginx before the same backend, with the transport of the system and with Java's own. */
final class GatewayHop {

    private static final String SECTION = "gateway-hop";
    private static final double SHARE = 0.65;
    private static final double MORE_MEDIAN = 1;
    private static final double MORE_P99 = 5;
    private static final int ROUNDS = 3;
    private static final int SECONDS = 4;
    private static final int HANDFUL = 20;
    private static final Map<String, Integer> SIZES = new LinkedHashMap<>();

    static {
        SIZES.put("1k", 1024);
        SIZES.put("100k", 100 * 1024);
    }

    private final Run run;
    private final Nginx backend;
    private final Nginx nginx;
    private final GatewayReplica epoll;
    private final GatewayReplica nio;

    private GatewayHop(Run run, Nginx backend, Nginx nginx, GatewayReplica epoll, GatewayReplica nio) {
        this.run = run;
        this.backend = backend;
        this.nginx = nginx;
        this.epoll = epoll;
        this.nio = nio;
    }

    /** A section of the suite. */
    static void run(Run run) throws IOException {
        var missing = Tools.missing(!run.isShort());
        if (!missing.isEmpty()) {
            run.report().notYet(SECTION, "", "gateway beside nginx", "install " + String.join(", ", missing));
            return;
        }
        var folder = run.folder().resolve("gateway-hop");
        writeFiles(folder.resolve("backend/files/api/v1"));
        try (var backend = Nginx.files(folder.resolve("backend"));
                var nginx = Nginx.proxy(folder.resolve("nginx"), 2, backend.port());
                var epoll = GatewayReplica.start(run.stack(), backend.url())) {
            if (run.isShort()) {
                SIZES.keySet().forEach(size -> tryOut(run, size, List.of(backend.url(), nginx.url(), epoll.url())));
                return;
            }
            try (var nio = GatewayReplica.start(run.stack(), backend.url(), "-Dreactor.netty.native=false")) {
                var hop = new GatewayHop(run, backend, nginx, epoll, nio);
                hop.warmUp();
                SIZES.keySet().forEach(hop::measure);
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

    private static void tryOut(Run run, String size, List<String> urls) {
        urls.forEach(url -> Load.handful(address(url, size), HANDFUL, List.of()));
        run.report()
                .passed(SECTION, size, "straight, by nginx and by the gateway: all answers good", HANDFUL + " each");
    }

    private void warmUp() {
        for (var url : List.of(epoll.url(), nio.url())) {
            SIZES.keySet()
                    .forEach(size ->
                            WarmUp.of(SECTION, () -> Load.most(address(url, size), (int) WarmUp.TURN.toSeconds())));
        }
    }

    private void measure(String size) {
        var byNginx = new ArrayList<Double>();
        var byEpoll = new ArrayList<Double>();
        var byNio = new ArrayList<Double>();
        for (var round = 0; round < ROUNDS; round++) {
            byNginx.add(Load.most(address(nginx.url(), size), SECONDS));
            byEpoll.add(Load.most(address(epoll.url(), size), SECONDS));
            byNio.add(Load.most(address(nio.url(), size), SECONDS));
        }
        var peer = Spread.of(byNginx);
        var own = Spread.of(byEpoll);
        var ratio = own.median() / peer.median();
        add(
                size,
                "throughput, native transport on: ≥ %s × nginx".formatted(SHARE),
                ratio >= SHARE,
                compared(own, peer, ratio));
        var nioOwn = Spread.of(byNio);
        run.report()
                .add(
                        SECTION,
                        size,
                        "throughput, native transport off",
                        Outcome.TOLD,
                        compared(nioOwn, peer, nioOwn.median() / peer.median()));
        measureLatency(size, own.median() / 2);
    }

    private void measureLatency(String size, double rate) {
        var medians = new ArrayList<Double>();
        var p99s = new ArrayList<Double>();
        var peerMedians = new ArrayList<Double>();
        var peerP99s = new ArrayList<Double>();
        for (var round = 0; round < ROUNDS; round++) {
            var straight = paced(backend.url(), size, rate);
            var peer = paced(nginx.url(), size, rate);
            var own = paced(epoll.url(), size, rate);
            medians.add(own.median() - straight.median());
            p99s.add(own.p99() - straight.p99());
            peerMedians.add(peer.median() - straight.median());
            peerP99s.add(peer.p99() - straight.p99());
        }
        var median = Spread.of(medians);
        var p99 = Spread.of(p99s);
        add(
                size,
                "added at half load: ≤ %s ms p50, ≤ %s ms p99".formatted(MORE_MEDIAN, MORE_P99),
                median.median() <= MORE_MEDIAN && p99.median() <= MORE_P99,
                "at %s requests/s: p50 +%s ms, p99 +%s ms; nginx +%s and +%s ms"
                        .formatted(
                                Spread.number(rate),
                                median.text(),
                                p99.text(),
                                Spread.of(peerMedians).text(),
                                Spread.of(peerP99s).text()));
    }

    private Load.Latencies paced(String url, String size, double rate) {
        return Load.paced(address(url, size), rate, SECONDS, List.of());
    }

    private void add(String size, String what, boolean reached, String figure) {
        run.report().add(SECTION, size, what, reached ? Outcome.PASSED : Outcome.SHORT, figure);
    }

    private static String compared(Spread own, Spread peer, double ratio) {
        return "%s × nginx: %s against %s requests/s".formatted(Spread.number(ratio), own.text(), peer.text());
    }

    private static String address(String url, String size) {
        return url + "/api/v1/" + size;
    }
}
