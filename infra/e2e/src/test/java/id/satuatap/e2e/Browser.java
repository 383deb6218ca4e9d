package id.satuatap.e2e;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import id.satuatap.stack.Credentials;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The real browser. One Chromium serves a run; each page has cookies of its own, as if another person sat there. */
final class Browser {

    private static final int DESKTOP_WIDTH = 1280;
    private static final int DESKTOP_HEIGHT = 800;
    private static final int PHONE_WIDTH = 390;
    private static final int PHONE_HEIGHT = 844;
    private static final double PATIENCE_MILLIS = 20_000;

    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    /** Started by the first page, closed with the virtual machine. */
    static {
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000); // a test never fails for slowness
    }

    private static final class Holder {
        static final com.microsoft.playwright.Browser CHROMIUM = launch();
    }

    private Browser() {}

    /** A new page of 1280 pixels, of somebody who reads Indonesian. Close its context when done. */
    static Page desktop() {
        return page(DESKTOP_WIDTH, DESKTOP_HEIGHT, "id-ID");
    }

    /** A new page of 390 pixels. */
    static Page phone() {
        return page(PHONE_WIDTH, PHONE_HEIGHT, "id-ID");
    }

    static Page page(int width, int height, String locale) {
        var context = Holder.CHROMIUM.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setLocale(locale)
                .setTimezoneId("Asia/Jakarta"));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        return context.newPage();
    }

    /** Opens an address that asks for an account, and signs in. */
    static Page signIn(Page page, String address, Credentials.User user) {
        page.navigate(address);
        page.locator("input[name=username]").fill(user.username());
        page.locator("input[name=password]").fill(user.password());
        page.locator("input[name=password]").press("Enter");
        page.waitForURL(url -> url.startsWith(address));
        return page;
    }

    static void close(Page page) {
        try (BrowserContext context = page.context()) {
            page.close();
        }
    }

    private static com.microsoft.playwright.Browser launch() {
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable())
                        .setArgs(FLAGS)
                        .setHeadless(true));
    }

    private static Path executable() {
        return Stream.of(
                        System.getenv().getOrDefault("SATUATAP_CHROMIUM", ""),
                        "/usr/bin/chromium",
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome")
                .filter(name -> !name.isBlank())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "Chromium is missing: install it, or set SATUATAP_CHROMIUM to its executable."));
    }
}
