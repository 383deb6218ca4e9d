package id.satuatap.bench.edge;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.LoadState;
import id.satuatap.bench.Samples;
import id.satuatap.stack.Suite.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** The public home on a slow phone: how much it loads in how many requests, and when its largest part is seen. */
public final class HomePage {

    private static final String FLAGS = "--no-sandbox --disable-gpu --disable-quic --no-first-run"
            + " --disable-background-networking --disable-component-update --disable-sync";
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
    public static void run(Run run) {
        var executable = Stream.of(
                        System.getenv().getOrDefault("SATUATAP_CHROMIUM", ""),
                        "/usr/bin/chromium",
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .filter(Files::isRegularFile)
                .findFirst();
        if (executable.isEmpty()) {
            run.report().of("home-page").notYet("", "the public home in a browser", "install chromium");
            return;
        }
        var stack = run.stack();
        var options = new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
        try (var playwright = Playwright.create(options);
                var browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(executable.get())
                                .setArgs(List.of(FLAGS.split(" "))))) {
            measure(run, browser, "bare", stack.gateway() + "/");
            measure(run, browser, "tenant", stack.address("rembang") + "/");
        }
    }

    private static void measure(Run run, Browser browser, String id, String address) {
        var rows = run.report().of("home-page");
        var visits = Stream.generate(() -> visit(browser, address, !run.isShort()))
                .limit(run.isShort() ? 1 : ROUNDS)
                .toList();
        var bytes = visits.stream().mapToLong(Visit::bytes).max().orElseThrow();
        var requests = visits.stream().mapToInt(Visit::requests).max().orElseThrow();
        rows.check(
                bytes <= 200_000 && requests <= 15,
                id,
                "first visit: ≤ 200 kB, ≤ 15 requests",
                "%.1f kB, %d requests",
                bytes / 1e3,
                requests);
        if (!run.isShort()) {
            var paint = Samples.of(visits.stream().mapToDouble(Visit::largestPaint));
            rows.reach(
                    paint.median() > 0 && paint.median() <= 2500,
                    id,
                    "largest paint at 1.6 Mbit/s, 150 ms, a processor 4 × slower: ≤ 2.5 s",
                    paint.text("ms"));
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
