package id.satuatap.bench.edge;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import id.satuatap.stack.Report.Outcome;
import id.satuatap.stack.Suite.Run;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** The public home on a slow phone: how much it loads in how many requests, and when its largest part is seen. */
final class HomePage {

    private static final String SECTION = "home-page";
    private static final String TENANT = "rembang";
    private static final long MOST_BYTES = 200_000;
    private static final int MOST_REQUESTS = 15;
    private static final double MOST_MILLIS = 2500;
    private static final int ROUNDS = 5;
    private static final int PHONE_WIDTH = 390;
    private static final int PHONE_HEIGHT = 844;
    private static final int LATENCY_MILLIS = 150;
    private static final int DOWN_BYTES = 1_600_000 / 8;
    private static final int UP_BYTES = 750_000 / 8;
    private static final int SLOWER = 4;
    private static final double PATIENCE_MILLIS = 60_000;

    private static final String OBSERVE = """
            window.largest = 0;
            new PerformanceObserver(list => { window.largest = list.getEntries().at(-1).startTime })
                .observe({ type: 'largest-contentful-paint', buffered: true });
            """;

    private HomePage() {}

    /** A first visit: nothing is cached. */
    private record Visit(long bytes, int requests, double largestPaint) {}

    /** A section of the suite. */
    static void run(Run run) {
        var executable = Chromium.executable();
        if (executable.isEmpty()) {
            run.report().notYet(SECTION, "", "the public home in a browser", "install chromium");
            return;
        }
        var stack = run.stack();
        try (var chromium = Chromium.start(executable.get())) {
            measure(run, chromium.browser(), "bare", stack.gateway() + "/");
            measure(run, chromium.browser(), "tenant", stack.address(TENANT) + "/");
        }
    }

    private static void measure(Run run, Browser browser, String id, String address) {
        var visits = new ArrayList<Visit>();
        for (var round = 0; round < (run.isShort() ? 1 : ROUNDS); round++) {
            visits.add(visit(browser, address, !run.isShort()));
        }
        var bytes = visits.stream().mapToLong(Visit::bytes).max().orElseThrow();
        var requests = visits.stream().mapToInt(Visit::requests).max().orElseThrow();
        run.report()
                .check(
                        bytes <= MOST_BYTES && requests <= MOST_REQUESTS,
                        SECTION,
                        id,
                        "first visit: ≤ %d kB, ≤ %d requests".formatted(MOST_BYTES / 1000, MOST_REQUESTS),
                        "%s kB, %d requests".formatted(Spread.number(bytes / 1000.0), requests));
        var paint = Spread.of(visits.stream().map(Visit::largestPaint).toList());
        if (!run.isShort()) {
            run.report()
                    .add(
                            SECTION,
                            id,
                            "largest paint at 1.6 Mbit/s, 150 ms, a processor %d × slower: ≤ 2.5 s".formatted(SLOWER),
                            paint.median() > 0 && paint.median() <= MOST_MILLIS ? Outcome.PASSED : Outcome.SHORT,
                            paint.text() + " ms");
        }
    }

    private static Visit visit(Browser browser, String address, boolean slow) {
        try (var context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(PHONE_WIDTH, PHONE_HEIGHT)
                .setLocale("id-ID")
                .setTimezoneId("Asia/Jakarta"))) {
            context.setDefaultTimeout(PATIENCE_MILLIS);
            var page = context.newPage();
            page.addInitScript(OBSERVE);
            var devtools = context.newCDPSession(page);
            var bytes = new AtomicLong();
            var requests = new AtomicInteger();
            count(devtools, bytes, requests);
            if (slow) {
                slowDown(devtools);
            }
            page.navigate(address);
            page.waitForLoadState(LoadState.NETWORKIDLE);
            return new Visit(bytes.get(), requests.get(), largestPaint(page));
        }
    }

    private static void count(CDPSession devtools, AtomicLong bytes, AtomicInteger requests) {
        devtools.on("Network.requestWillBeSent", event -> {
            if (!event.getAsJsonObject("request").get("url").getAsString().startsWith("data:")) {
                requests.incrementAndGet();
            }
        });
        devtools.on(
                "Network.loadingFinished",
                event -> bytes.addAndGet((long) event.get("encodedDataLength").getAsDouble()));
        devtools.send("Network.enable");
    }

    private static void slowDown(CDPSession devtools) {
        var network = new JsonObject();
        network.addProperty("offline", false);
        network.addProperty("latency", LATENCY_MILLIS);
        network.addProperty("downloadThroughput", DOWN_BYTES);
        network.addProperty("uploadThroughput", UP_BYTES);
        devtools.send("Network.emulateNetworkConditions", network);
        var processor = new JsonObject();
        processor.addProperty("rate", SLOWER);
        devtools.send("Emulation.setCPUThrottlingRate", processor);
    }

    private static double largestPaint(Page page) {
        return ((Number) page.evaluate("window.largest")).doubleValue();
    }
}
