package id.satuatap.isolation.headers;

import id.satuatap.isolation.Cases;
import id.satuatap.isolation.Check;
import id.satuatap.isolation.Seen;
import id.satuatap.isolation.edge.Browser;
import id.satuatap.stack.Answer;
import id.satuatap.stack.Report.Outcome;
import id.satuatap.stack.Wire;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import javax.net.ssl.SSLSocketFactory;

/**
 * Plain pages, answers of the API, files and Vaadin's pages over local TLS: what costs points at the HTTP Observatory (MDN) is asked of each. Full runs only: four parts are started anew, twice.
 */
public final class Headers {

    private static final String TENANT = "rembang";
    private static final Pattern FOREIGN_SCRIPT =
            Pattern.compile("(?i)<script\\b[^>]*\\ssrc\\s*=\\s*[\"']?(https?:)?//(?![^/\"'\\s>]*localhost)");
    private static final Pattern SESSION = Pattern.compile("(?i)^(SATUATAP_ADMIN|SATUATAP_ID|[^=]*sess)");
    /** For plain pages; Vaadin's may evaluate, and know their code by a nonce. */
    private static final Map<String, Check> PLAIN = new LinkedHashMap<>();

    static {
        rule(
                "one content security policy",
                answer -> answer.all("Content-Security-Policy").size() == 1);
        rule(
                "no inline script but by a nonce",
                answer -> !sources(answer, "script-src").contains("'unsafe-inline'")
                        || sources(answer, "script-src").contains("'nonce-"));
        rule(
                "no script from anywhere",
                answer -> !sources(answer, "script-src").matches(".*(^|\\s)(\\*|https?:|data:)(\\s|$).*"));
        rule("no plug-ins", answer -> sources(answer, "object-src").contains("'none'"));
        rule("nothing without TLS", answer -> !policy(answer).contains("http:"));
        rule("in no frame", answer -> policy(answer).contains("frame-ancestors 'none'"));
        rule(
                "TLS for six months",
                answer -> answer.header("Strict-Transport-Security")
                        .matches("max-age=(1555[2-9]|15[6-9]|1[6-9]|[2-9])\\d+.*"));
        rule(
                "no guessed types",
                answer -> answer.header("X-Content-Type-Options").equals("nosniff"));
        rule(
                "no address to others",
                answer -> answer.header("Referrer-Policy")
                        .matches("no-referrer|same-origin|strict-origin(-when-cross-origin)?"));
        rule(
                "for one's own origin",
                answer -> answer.header("Cross-Origin-Resource-Policy").matches("same-(origin|site)"));
        rule(
                "shared with nobody",
                answer -> answer.header("Access-Control-Allow-Origin").isEmpty());
        rule(
                "scripts from the own host",
                answer -> !FOREIGN_SCRIPT.matcher(answer.text()).find());
    }

    private Headers() {}

    private static void rule(String what, Predicate<Answer> condition) {
        PLAIN.put(what, Check.holds(condition, what));
    }

    public static void run(Cases cases) throws Exception {
        if (cases.isShort()) {
            cases.add("HDR", "headers over TLS", Outcome.TOLD, "in full runs only");
            return;
        }
        try (var stack = SecureStack.of(
                cases.fixture().stack(), cases.fixture().stack().home().resolveSibling("tls"))) {
            var sockets = stack.certificate().trusting().getSocketFactory();
            var tenant = stack.address(TENANT);
            for (var address : List.of(
                    stack.address() + "/",
                    tenant + "/",
                    tenant + "/en/spbe",
                    stack.issuer() + "/sign-in",
                    stack.issuer() + "/register",
                    tenant + "/api/v1/spbe/instruments",
                    tenant + "/look/satu-atap.css",
                    tenant + "/admin/look/satu-atap.css",
                    stack.issuer() + "/oauth2/jwks",
                    tenant + "/nothing-here",
                    tenant + "/actuator")) {
                page(cases, sockets, stack.port(), address);
            }
            workspace(cases, sockets, stack);
            cases.trial("HDR", "the door of TLS answers nobody who speaks none", () -> answersPlainly(stack.port()));
        }
    }

    private static void page(Cases cases, SSLSocketFactory sockets, int port, String address) throws IOException {
        var browser = new Browser(sockets, port);
        var page = browser.open(address);
        var name = address.replaceFirst("https://([^:/]+):?\\d*", "$1");
        PLAIN.forEach((rule, check) -> cases.check("HDR", name + ": " + rule, () -> page, check));
        cases.check("HDR", name + ": no code made of text", () -> page, Check.lacks("'unsafe-eval'"));
        cookies(cases, name, browser);
    }

    private static void workspace(Cases cases, SSLSocketFactory sockets, SecureStack stack) throws IOException {
        var user = cases.fixture().stack().credentials().user(TENANT, "coordinator");
        var browser = new Browser(sockets, stack.port());
        var host = URI.create(stack.address(TENANT)).getAuthority();
        var page = browser.signIn(host, URI.create(stack.issuer()).getAuthority(), user.username(), user.password());
        cases.check(
                "HDR", "the workspace, signed in", () -> page, Check.status(200).and(Check.has("Vaadin")));
        PLAIN.forEach((rule, check) -> cases.check("HDR", "the workspace: " + rule, () -> page, check));
        cookies(cases, "the workspace", browser);
    }

    private static void cookies(Cases cases, String name, Browser browser) {
        for (var cookie : browser.set()) {
            var lower = cookie.toLowerCase(Locale.ROOT);
            var isSafe = lower.contains("; secure")
                    && lower.contains("; samesite=")
                    && (lower.contains("; httponly") || !SESSION.matcher(cookie).find());
            cases.add(
                    "HDR",
                    "%s: the cookie %s".formatted(name, cookie.split("=", 2)[0]),
                    isSafe,
                    cookie.replaceFirst("=[^;]*", "=…"));
        }
    }

    private static Seen answersPlainly(int port) throws IOException {
        try (var wire = Wire.to(port, Duration.ofSeconds(60))) {
            var answer = wire.write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n").read();
            return Seen.of(answer.status() <= 0, answer.brief());
        }
    }

    private static String policy(Answer answer) {
        return answer.header("Content-Security-Policy").toLowerCase(Locale.ROOT);
    }

    /** Of this directive, or of that which stands for it. */
    private static String sources(Answer answer, String directive) {
        var standing = "";
        for (var part : policy(answer).split(";")) {
            var words = part.strip().split("\\s+", 2);
            if (words[0].equals(directive)) {
                return words.length > 1 ? words[1] : "";
            }
            standing = words[0].equals("default-src") && words.length > 1 ? words[1] : standing;
        }
        return standing.isEmpty() ? "*" : standing;
    }
}
