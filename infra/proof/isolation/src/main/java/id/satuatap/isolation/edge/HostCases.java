package id.satuatap.isolation.edge;

import static id.satuatap.isolation.edge.Ground.A;
import static id.satuatap.isolation.edge.Ground.B;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Group E, whose address is meant: hosts, forwarded headers, headers of ours in strange hands, CORS, redirects, caches. */
final class HostCases {

    private static final String ME = "/api/v1/me";
    private static final String EVIL = "evil.example";

    private final Ground ground;
    private final String host;
    private final String token;

    HostCases(Ground ground) {
        this.ground = ground;
        this.host = ground.host(A);
        this.token = ground.token(A, "tenant-admin");
    }

    void run() {
        hosts();
        forwarded();
        forgedHeaders();
        schemes();
        crossOrigin();
        redirects();
        caches();
        slugs();
    }

    private void hosts() {
        var me = "GET " + ME + " HTTP/1.1\r\n";
        var bearer = "Authorization: Bearer " + token + "\r\nConnection: close\r\n\r\n";
        var hostA = "Host: " + host + "\r\n";
        var hostB = "Host: " + ground.host(B) + "\r\n";
        attack("E01", "two Host headers, A and B").refused(() -> ground.raw(me + hostA + hostB + bearer), 400);
        attack("E01", "two Host headers, both A").refused(() -> ground.raw(me + hostA + hostA + bearer), 400);
        attack("E01", "no Host header").refused(() -> ground.raw(me + bearer), 400);
        attack("E01", "an empty Host header").refused(() -> ground.raw(me + "Host:\r\n" + bearer), 400);
        attack("E01", "HTTP/1.0 without Host").refused(() -> ground.raw("GET " + ME + " HTTP/1.0\r\n" + bearer), 400);
        attack("E01", "a folded Host header")
                .refused(() -> ground.raw(me + "Host: " + host + "\r\n " + ground.host(B) + "\r\n" + bearer), 400);
        for (var written : List.of(
                "x@" + host,
                host + "," + ground.host(B),
                host + "/",
                host + "#" + EVIL,
                host + "?",
                host + ":99999999",
                "[::1",
                "*",
                A + "_x.localhost")) {
            attack("E01", "a Host written “%s”".formatted(written))
                    .refused(() -> ground.raw(me + "Host: " + written + "\r\n" + bearer), 400, 404);
        }
        attack("E01", "the request line names B, Host names A")
                .refused(() -> ground.raw("GET http://" + ground.host(B) + ME + " HTTP/1.1\r\n" + hostA + bearer), 400);
        attack("E01", "the request line names a user at A")
                .refused(() -> ground.raw("GET http://x@" + host + ME + " HTTP/1.1\r\n" + hostA + bearer), 400);
        attack("E01", "an unknown host")
                .refused(() -> ground.send(Ask.get(EVIL, ME).bearer(token)), 404);
    }

    private void forwarded() {
        for (var line : List.of(
                "X-Forwarded-Host: " + EVIL,
                "X-Forwarded-Host: " + ground.host(B),
                "Forwarded: host=" + EVIL + ";proto=https",
                "X-Forwarded-Proto: https",
                "X-Forwarded-Port: 1",
                "X-Forwarded-Prefix: //" + EVIL,
                "X-Original-URL: /actuator",
                "X-Rewrite-URL: /actuator",
                "X-Original-Host: " + EVIL,
                "X-Host: " + EVIL)) {
            attack("E02", line + ": no address that we write follows it")
                    .holds(
                            () -> ground.send(Ask.get(host, "/admin/")
                                    .with("Accept", "text/html")
                                    .line(line)),
                            answer -> answer.status() / 100 == 3
                                            && ours(answer)
                                            && !answer.everything().contains(EVIL)
                                    ? null
                                    : answer.status() + " " + answer.location());
        }
        attack("E02", "sign-in page of identity under a forged host")
                .holds(
                        () -> ground.send(Ask.get(ground.identity(), "/sign-in")
                                .with("X-Forwarded-Host", EVIL)
                                .with("Forwarded", "host=" + EVIL)),
                        answer -> answer.status() == 200 && !answer.everything().contains(EVIL)
                                ? null
                                : "" + answer.status());
    }

    private void forgedHeaders() {
        for (var line : List.of(
                "X-Satu-Tenant: " + B,
                "x-satu-tenant: " + B,
                "X_Satu_Tenant: " + B,
                "X-SATU_TENANT: " + B,
                "X-Tenant: " + B,
                "X-Tenant-Id: " + B,
                "X-User: platform-operator",
                "X-Roles: platform-operator",
                "X-Internal-Tenant: " + B,
                "Connection: X-Satu-Tenant",
                "Connection: close, X-Satu-Tenant",
                "X-HTTP-Method-Override: DELETE",
                "X-Satu-Tenant: " + A + "\r\nX-Satu-Tenant: " + B)) {
            attack("E03", line.replace("\r\n", " and ") + ": not believed")
                    .holds(() -> ground.send(Ask.get(host, ME).bearer(token).line(line)), HostCases::atA);
        }
        attack("E03", "a tenant header with a space before its colon")
                .refused(() -> ground.send(Ask.get(host, ME).bearer(token).line("X-Satu-Tenant : " + B)), 400);
        attack("E03", "a tenant header on a folded line: not believed")
                .holds(
                        () -> ground.send(Ask.get(host, ME).bearer(token).line("X-A: b\r\n X-Satu-Tenant: " + B)),
                        HostCases::atA);
    }

    private void schemes() {
        for (var line : List.of(
                "GET file:///etc/passwd",
                "GET gopher://127.0.0.1:34001/x",
                "GET ftp://%h/",
                "GET lb://platform-core/actuator",
                "GET http://127.0.0.1:" + (port() + 1) + "/actuator",
                "GET http://" + EVIL + "/")) {
            attack("E09", "the request line “%s”".formatted(line))
                    .refused(() -> ground.raw(line + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n"), 400, 404);
        }
        attack("E09", "CONNECT to the inside")
                .refused(
                        () -> ground.raw(
                                "CONNECT 127.0.0.1:%d HTTP/1.1\r\nHost: %s\r\n\r\n".formatted(port() + 1, host)),
                        400,
                        405);
        for (var method : List.of("TRACE", "TRACK", "PROPFIND", "DEBUG", "get", "FOO", "G@T")) {
            attack("B11", "method " + method)
                    .refused(
                            () -> ground.raw(method + " " + ME + " HTTP/1.1\r\nHost: " + host
                                    + "\r\nAuthorization: Bearer " + token + "\r\nX-Secret: 7\r\n\r\n"),
                            405,
                            400);
        }
    }

    private void crossOrigin() {
        for (var origin : List.of(
                "null",
                "http://" + EVIL,
                "http://" + ground.host(B),
                "http://" + host + "." + EVIL,
                "http://evil" + host,
                "https://" + host)) {
            attack("E10", "API asked by a page of " + origin)
                    .holds(
                            () -> ground.send(Ask.get(host, ME).bearer(token).with("Origin", origin)),
                            HostCases::unshared);
            attack("E10", "may a page of " + origin + " ask (preflight)")
                    .holds(
                            () -> ground.send(Ask.get(host, ME)
                                    .method("OPTIONS")
                                    .with("Origin", origin)
                                    .with("Access-Control-Request-Method", "PUT")
                                    .with("Access-Control-Request-Headers", "authorization")),
                            HostCases::unshared);
        }
        for (var path : List.of(
                "/oauth2/token", "/userinfo", "/oauth2/jwks", "/.well-known/openid-configuration", "/sign-in")) {
            attack("E10", "identity's " + path + " asked by a foreign page")
                    .holds(
                            () -> ground.send(Ask.get(ground.identity(), path).with("Origin", "http://" + EVIL)),
                            HostCases::unshared);
        }
        attack("E10", "the workspace asked by a foreign page")
                .holds(
                        () -> ground.send(Ask.get(host, "/admin/").with("Origin", "http://" + EVIL)),
                        HostCases::unshared);
    }

    private void redirects() {
        for (var path : List.of(
                "/admin/?continue=http://" + EVIL,
                "/admin/?returnUrl=//" + EVIL,
                "/admin/logout?returnUrl=http://" + EVIL,
                "/admin/oauth2/authorization/satuatap?redirect_uri=http://" + EVIL,
                "/admin/login?redirect=http://" + EVIL,
                "/admin?next=//" + EVIL,
                "//" + EVIL,
                "//" + EVIL + "/admin",
                "/\\" + EVIL,
                "/%5c" + EVIL,
                "/%2f%2f" + EVIL,
                "/.%2f/" + EVIL,
                "/admin//" + EVIL,
                "/@" + EVIL,
                "/?lang=en&back=http://" + EVIL,
                "/en/..//" + EVIL)) {
            attack("E11", path)
                    .holds(
                            () -> ground.send(Ask.get(host, path).with("Accept", "text/html")),
                            answer -> ours(answer) && answer.status() < 500
                                    ? null
                                    : answer.status() + " " + answer.location());
        }
        for (var path : List.of(
                "/sign-in?continue=http://" + EVIL,
                "/sign-in?lang=en&redirect=//" + EVIL,
                "/connect/logout?post_logout_redirect_uri=http://" + EVIL,
                "/connect/logout?post_logout_redirect_uri=http://" + host + "/admin/@" + EVIL,
                "/connect/logout?post_logout_redirect_uri=//" + EVIL,
                "/sign-out?returnTo=http://" + EVIL)) {
            attack("E11", "identity: " + path)
                    .holds(
                            () -> ground.send(Ask.get(ground.identity(), path).with("Accept", "text/html")),
                            answer -> ours(answer) && answer.status() < 500
                                    ? null
                                    : answer.status() + " " + answer.location());
        }
    }

    private void caches() {
        for (var path : List.of(ME, "/api/v1/members", "/api/v1/audit", "/api/v1/spbe/assessments?year=2025")) {
            attack("E13", path + " is not for shared caches")
                    .holds(() -> ground.send(Ask.get(host, path).bearer(token)), HostCases::keptToOneself);
        }
        for (var path :
                List.of("/admin/", "/admin/oauth2/authorization/satuatap", "/api/v1/members", "/api/v1/nothing")) {
            attack("E13", "a refusal at " + path + " is not for shared caches")
                    .holds(() -> ground.send(Ask.get(host, path)), HostCases::keptToOneself);
        }
        for (var path :
                List.of("/sign-in", "/password/forgotten", "/register", "/oauth2/authorize?client_id=x", "/userinfo")) {
            attack("E13", "identity's " + path + " is not for shared caches")
                    .holds(
                            () -> ground.send(Ask.get(ground.identity(), path).with("Accept", "text/html")),
                            HostCases::keptToOneself);
        }
        for (var path : List.of(
                ME + "/x.css",
                ME + ".css",
                ME + ";.css",
                ME + "%2fx.css",
                ME + "%00.css",
                ME + "/..%2fx.js",
                ME + "%3f.css",
                ME + "/",
                ME + "%23.png",
                "/_static/..%2fapi/v1/me",
                "/VAADIN/../api/v1/me")) {
            attack("E14", path + " gives nothing that a cache would keep")
                    .holds(
                            () -> ground.send(Ask.get(host, path).bearer(token)),
                            answer -> answer.body().contains("\"subject\"")
                                            || answer.status() < 400 && answer.mayBeShared()
                                    ? answer.status() + " " + answer.head()
                                    : null);
        }
    }

    private void slugs() {
        for (var name : List.of(
                "xn--rejanglebng-6fi",
                "rejanglebоng",
                "admin",
                "api",
                "www",
                "id2",
                "rejanglebong-",
                "rejanglebong.rejanglebong",
                "r\u00e9janglebong")) {
            attack("O02", "the look-alike or reserved host “%s”".formatted(name))
                    .refused(
                            () -> ground.send(Ask.get(host.replaceFirst("^" + A, name), ME)
                                    .bearer(token)),
                            404,
                            400);
        }
        ground.report()
                .notYet(
                        Attack.SECTION,
                        "O02",
                        "a new tenant under a reserved or look-alike name",
                        "tenants come by the setup only, there is no onboarding yet");
    }

    private Attack attack(String id, String what) {
        return ground.attack(id, what).twin(() -> ground.send(Ask.get(host, ME).bearer(token)));
    }

    private int port() {
        return Integer.parseInt(ground.bare().replaceAll(".*:", ""));
    }

    private boolean ours(Answer answer) {
        var elsewhere = answer.elsewhere();
        return elsewhere.isEmpty()
                || List.of(host, ground.identity(), ground.bare()).contains(elsewhere);
    }

    private static @Nullable String atA(Answer answer) {
        return answer.status() == 200
                        && answer.json()
                                .path("tenant")
                                .path("slug")
                                .asString("")
                                .equals(A)
                ? null
                : answer.status() + " " + answer.body();
    }

    private static @Nullable String unshared(Answer answer) {
        return answer.headers().stream()
                .filter(header -> header.name().toLowerCase(Locale.ROOT).startsWith("access-control-"))
                .findFirst()
                .map(Answer.Header::toString)
                .orElse(answer.status() < 500 ? null : "answered " + answer.status());
    }

    private static @Nullable String keptToOneself(Answer answer) {
        return answer.mayBeShared() || answer.status() >= 500
                ? answer.status() + " " + answer.all("Cache-Control")
                : null;
    }
}
