package id.satuatap.isolation.edge;

import static id.satuatap.isolation.edge.Ground.A;
import static id.satuatap.isolation.edge.Ground.B;

import id.satuatap.stack.Credentials;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Group J: the officials' workspace, its sessions, messages, screens and files. */
final class WorkspaceCases {

    private static final String NOT_FOUND = "Halaman tidak ditemukan";

    private static final Duration LISTENING = Duration.ofSeconds(3);
    private static final String UPGRADE = """
            GET %s HTTP/1.1\r
            Host: %s\r
            Connection: Upgrade\r
            Upgrade: websocket\r
            Sec-WebSocket-Version: 13\r
            Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
            %s\r
            \r
            """;
    /** The words of the note that something failed: all that the page says of a call that it does not know. */
    private static final String FAILURE = "kesalahan";

    private static final String NOT_YOURS = "Halaman ini bukan untuk peran Anda";

    private final Ground ground;
    private final String host;
    private final Browser admin;
    private final Browser entry;

    WorkspaceCases(Ground ground) throws IOException {
        this.ground = ground;
        this.host = ground.host(A);
        this.admin = signedIn(A, "tenant-admin");
        this.entry = signedIn(A, "data-entry");
    }

    void run() throws IOException {
        sessions();
        messages();
        components();
        screens();
        files();
        push();
        frames();
        builders();
        missing();
    }

    private void sessions() {
        ground.attack("J01", "the workspace takes no session id from outside")
                .holds(
                        () -> {
                            var chosen = "0123456789ABCDEF0123456789ABCDEF";
                            var answer = ground.send(page().with("Cookie", Browser.SESSION + "=" + chosen));
                            return answer.all("Set-Cookie").stream().anyMatch(cookie -> cookie.contains(chosen))
                                    ? Answer.nothing(999)
                                    : answer;
                        },
                        answer -> answer.status() == 302 ? null : "kept it");
        ground.attack("J01", "a session known before the sign-in is worth nothing after it")
                .holds(
                        () -> {
                            var victim = new Browser(ground);
                            victim.get(host, Browser.WORKSPACE);
                            var before = victim.cookie(host, Browser.SESSION);
                            var user = user(A, "walidata");
                            victim.signIn(A, user.username(), user.password());
                            if (before.equals(victim.cookie(host, Browser.SESSION))) {
                                throw new AssertionError("the id is the same");
                            }
                            return ground.send(page().with("Cookie", Browser.SESSION + "=" + before));
                        },
                        WorkspaceCases::sentToSignIn);
        ground.attack("J01", "the same at identity")
                .holds(
                        () -> {
                            var victim = new Browser(ground);
                            victim.get(ground.identity(), "/sign-in");
                            new CodeFlow(ground).authorize(victim);
                            var before = victim.cookie(ground.identity(), Browser.IDENTITY_SESSION);
                            var user = user(A, "walidata");
                            victim.typePassword(user.username(), user.password());
                            if (before.isEmpty()
                                    || before.equals(victim.cookie(ground.identity(), Browser.IDENTITY_SESSION))) {
                                throw new AssertionError("the id is the same");
                            }
                            return ground.send(Ask.get(ground.identity(), "/")
                                    .with("Accept", "text/html")
                                    .with("Cookie", Browser.IDENTITY_SESSION + "=" + before));
                        },
                        WorkspaceCases::sentToSignIn);
        twinned("E01", "A's session at the host of B")
                .refused(
                        () -> ground.send(
                                Ask.get(ground.host(B), Browser.WORKSPACE).with("Cookie", session())),
                        401);
        twinned("E01", "A's session at the bare host")
                .refused(
                        () -> ground.send(
                                Ask.get(ground.bare(), Browser.WORKSPACE).with("Cookie", session())),
                        401);
        twinned("E01", "A's session, the request line names B")
                .refused(
                        () -> ground.raw("GET http://%s/admin/ HTTP/1.1\r\nHost: %s\r\nCookie: %s\r\n\r\n"
                                .formatted(ground.host(B), host, session())),
                        400);
        twinned("A18", "A's session with the bearer token of another: still A's page, nothing of the other")
                .holds(
                        () -> admin.send(page().bearer(ground.token(B, "tenant-admin"))),
                        answer -> answer.status() == 200 ? null : "answered " + answer.status());
        twinned("A18", "A's session at the API is nobody there")
                .refused(() -> ground.send(Ask.get(host, "/api/v1/me").with("Cookie", session())), 401);
        twinned("A18", "two sessions in one request")
                .holds(
                        () -> ground.send(page().with("Cookie", session())
                                .with("Cookie", Browser.SESSION + "=" + entry.cookie(host, Browser.SESSION))),
                        answer -> answer.status() < 500 ? null : "answered " + answer.status());
        for (var forged : List.of("x", "", "../../x", "0".repeat(4096), "0123456789ABCDEF0123456789ABCDEF; Path=/")) {
            twinned("J01", "a made-up session of %d characters".formatted(forged.length()))
                    .holds(
                            () -> ground.send(page().with("Cookie", Browser.SESSION + "=" + forged)),
                            WorkspaceCases::sentToSignIn);
        }
        twinned("J02", "the session cookie is out of reach of scripts and foreign pages")
                .holds(
                        () -> ground.send(page()),
                        answer -> answer.all("Set-Cookie").stream()
                                        .allMatch(cookie -> cookie.contains("HttpOnly")
                                                && cookie.contains("SameSite=Lax")
                                                && !cookie.contains("Domain="))
                                ? null
                                : answer.all("Set-Cookie").toString());
        ground.attack("J01", "no session in an address")
                .holds(
                        () -> ground.send(Ask.get(host, "/admin/;jsessionid=" + admin.cookie(host, Browser.SESSION))),
                        answer -> answer.status() == 400 || answer.status() == 302
                                ? null
                                : "answered " + answer.status());
    }

    private void messages() throws IOException {
        var page = new Workspace(admin, host, "anggota");
        var other = new Workspace(entry, host, "");
        Map<String, Object> nothing = Map.of("type", "event", "node", 1, "event", "click", "data", Map.of());
        for (var key : List.of("", "x", other.key())) {
            ground.attack(
                            "J02",
                            "a message with %s"
                                    .formatted(
                                            key.isEmpty()
                                                    ? "no key"
                                                    : key.equals("x") ? "a made-up key" : "the key of another session"))
                    .holds(() -> admin.send(page.message(host, key, nothing)), WorkspaceCases::ignored);
        }
        ground.attack("J02", "a message from another session to this page")
                .holds(() -> entry.send(page.message(host, page.key(), nothing)), WorkspaceCases::ignored);
        ground.attack("J02", "a message without a session")
                .holds(() -> ground.send(page.message(host, page.key(), nothing)), WorkspaceCases::ignored);
        ground.attack("J06", "a message of A's page at the host of B, with its session")
                .refused(
                        () -> ground.send(page.message(ground.host(B), page.key(), nothing)
                                .with("Cookie", session())),
                        401);
        for (var request : List.of(
                "v-r=uidl&v-uiId=99",
                "v-r=heartbeat&v-uiId=99",
                "v-r=nonsense",
                "v-r=uidl",
                "v-r=push",
                "v-r=init&v-uiId=x")) {
            ground.attack("J02", "the request “%s” of nobody".formatted(request))
                    .holds(
                            () -> ground.send(Ask.post(host, "/admin/?" + request, Ask.JSON, "{}")),
                            WorkspaceCases::ignored);
        }
        ground.attack("J02", "signing out by a foreign page's link (GET)")
                .holds(
                        () -> {
                            admin.get(host, "/admin/logout");
                            return admin.send(page());
                        },
                        answer -> answer.status() == 200 ? null : "signed out");
        ground.attack("J02", "signing out by a foreign page's form (POST without key)")
                .holds(
                        () -> {
                            admin.send(Ask.form(host, "/admin/logout", Map.of("_csrf", "x")));
                            return admin.send(page());
                        },
                        answer -> answer.status() == 200 ? null : "signed out");
        ground.attack("J02", "a foreign page signs the victim in as the attacker (identity's form without its key)")
                .holds(
                        () -> {
                            var user = user(B, "walidata");
                            return ground.send(Ask.form(
                                            ground.identity(),
                                            "/sign-in",
                                            Map.of("username", user.username(), "password", user.password()))
                                    .with("Origin", "http://evil.example"));
                        },
                        answer -> answer.location().contains("/sign-in") || answer.status() == 403
                                ? null
                                : answer.status() + " " + answer.location());
    }

    private void components() throws IOException {
        var page = new Workspace(admin, host, "anggota");
        var twin = new Workspace(admin, host, "anggota");
        var live = twin.buttons();
        var disabled = page.nodes("disabled");
        var invisible = page.nodes("visible");
        component("J03", "a click on a disabled button", twin, live, () -> page.click(disabled.getFirst()));
        component("J03", "a click on an invisible component", twin, live, () -> page.click(invisible.getFirst()));
        component("J03", "a click on a component of nobody", twin, live, () -> page.click(99_999));
        component("J03", "a click on a negative component", twin, live, () -> page.click(-1));
        component(
                "J03",
                "a disabled button enabled from outside",
                twin,
                live,
                () -> page.say(Map.of(
                        "type",
                        "mSync",
                        "node",
                        disabled.getFirst(),
                        "feature",
                        1,
                        "property",
                        "disabled",
                        "value",
                        false)));
        component("J03", "… is still not clicked", twin, live, () -> page.click(disabled.getFirst()));
        component(
                "J03",
                "an invisible component shown from outside",
                twin,
                live,
                () -> page.say(Map.of(
                        "type",
                        "mSync",
                        "node",
                        invisible.getFirst(),
                        "feature",
                        1,
                        "property",
                        "visible",
                        "value",
                        true)));
        for (var method : List.of("getSession", "close", "getElement", "navigate", "setVisible")) {
            component("J03", "the server's method “%s” called".formatted(method), twin, live, () -> {
                var fresh = new Workspace(admin, host, "anggota");
                fresh.click(99_999); // whatever was still to be said
                return fresh.say(Map.of(
                        "type",
                        "publishedEventHandler",
                        "node",
                        1,
                        "templateEventMethodName",
                        method,
                        "templateEventMethodArgs",
                        List.of(),
                        "promise",
                        0));
            });
        }
        component(
                "J03",
                "a message of an unknown kind",
                twin,
                live,
                () -> new Workspace(admin, host, "anggota").say(Map.of("type", "nope", "node", 1)));
    }

    private void component(String id, String what, Workspace twin, List<Integer> live, Attack.Asking attack) {
        ground.attack(id, what)
                .twin(() -> twin.click(live.getFirst()), Workspace::changes)
                .holds(
                        attack,
                        answer -> answer.status() >= 500
                                ? "answered " + answer.status()
                                : answer.body().contains("\"attach\"")
                                                && !answer.body().contains(FAILURE)
                                        ? "changed the page"
                                        : null);
    }

    private void screens() {
        screen("J05", "members, by who enters data", entry, "anggota", NOT_YOURS);
        screen("J05", "the audit trail, by who enters data", entry, "jejak-audit", NOT_YOURS);
        screen("J05", "the province's control room, by who enters data", entry, "kendali", NOT_YOURS);
        screen("J05", "the province's control room, by a regency's administrator", admin, "kendali", NOT_YOURS);
        screen("J05", "a screen that is not there", admin, "tidak-ada", NOT_FOUND);
        screen(
                "J05",
                "an assessment by a made-up id",
                entry,
                "penilaian/00000000-0000-7000-8000-000000000001",
                NOT_FOUND);
        screen("J05", "an assessment of B by its id", entry, "penilaian/" + assessmentOf(B), NOT_FOUND);
        screen("J05", "an indicator of B by its id", entry, "penilaian/" + assessmentOf(B) + "/indikator/1", NOT_FOUND);
        screen(
                "J05",
                "an indicator by a number past the last",
                entry,
                "penilaian/" + assessmentOf(A) + "/indikator/999",
                NOT_FOUND);
        ground.attack("J05", "a screen that is not there names no other screens")
                .holds(
                        () -> {
                            var page = new Workspace(entry, host, "tidak-ada");
                            if (page.seen().contains("jejak-audit")
                                    || page.seen().contains("undangan")) {
                                throw new AssertionError("names screens");
                            }
                            return page.open("tidak-ada");
                        },
                        answer -> null);
        ground.attack("J05", "the words for B's id and for a made-up id are the same")
                .holds(
                        () -> {
                            var foreign = new Workspace(entry, host, "penilaian/" + assessmentOf(B)).words();
                            var madeUp = new Workspace(entry, host, "penilaian/00000000-0000-7000-8000-000000000001")
                                    .words();
                            if (!foreign.equals(madeUp)) {
                                throw new AssertionError("not the same");
                            }
                            return Answer.nothing(200);
                        },
                        answer -> null);
        ground.attack("J05", "a citizen in the workspace sees no screen of it")
                .holds(
                        () -> {
                            var citizen = new Browser(ground);
                            var user = ground.stack().credentials().user(null, "citizen");
                            citizen.signIn(A, user.username(), user.password());
                            for (var route : List.of("anggota", "jejak-audit", "kendali", "penilaian")) {
                                var words = new Workspace(citizen, host, route).words();
                                if (!words.contains(NOT_YOURS)) {
                                    throw new AssertionError(route + ": " + words);
                                }
                            }
                            return citizen.send(page());
                        },
                        answer -> null);
    }

    private void screen(String id, String what, Browser browser, String route, String words) {
        ground.attack(id, what)
                .twin(() -> new Workspace(browser, host, "penilaian").open("penilaian"), Workspace::changes)
                .holds(
                        () -> {
                            var page = new Workspace(browser, host, route);
                            if (!page.words().contains(words)) {
                                throw new AssertionError("shows " + page.words());
                            }
                            return new Answer(200, "", List.of(), page.seen().getBytes(StandardCharsets.UTF_8));
                        },
                        answer -> null);
    }

    private void files() throws IOException {
        var assessor = signedIn(A, "internal-assessor");
        var room = signedIn(Ground.PROVINCE, "province-overseer");
        var provinceHost = ground.host(Ground.PROVINCE);
        var page = new Workspace(room, provinceHost, "kendali");
        var download = Workspace.DOWNLOAD.matcher(page.seen());
        if (!download.find()) {
            ground.report()
                    .failed(
                            Attack.SECTION,
                            "J07",
                            "a download of the control room",
                            "none on the page: " + page.words());
            return;
        }
        var path = "/admin/" + download.group();
        Attack.Asking own = () -> room.send(Ask.get(provinceHost, path));
        var someoneElse = signedIn(Ground.PROVINCE, "province-coach");
        ground.attack("J07", "a file of another person's page, same tenant")
                .twin(own)
                .refused(() -> someoneElse.send(Ask.get(provinceHost, path)), 403, 404);
        ground.attack("J07", "a file of a page at another tenant")
                .twin(own)
                .refused(() -> assessor.send(Ask.get(host, path)), 403, 404);
        ground.attack("J07", "a file of somebody's page, by nobody")
                .twin(own)
                .holds(() -> ground.send(Ask.get(provinceHost, path)), WorkspaceCases::sentToSignIn);
        ground.attack("J07", "a file of a page, at another host with the same session")
                .twin(own)
                .refused(
                        () -> ground.send(Ask.get(host, path)
                                .with("Cookie", Browser.SESSION + "=" + room.cookie(provinceHost, Browser.SESSION))),
                        401);
        ground.attack("J07", "a file by a changed name")
                .twin(own)
                .refused(
                        () -> room.send(
                                Ask.get(provinceHost, path.replaceFirst("resource/\\d+/.{8}", "resource/0/00000000"))),
                        403,
                        404);
    }

    private void push() throws IOException {
        var page = new Workspace(admin, host, "penilaian");
        var sound = "Origin: http://" + host + "\r\nCookie: " + session();
        var path =
                "/admin/VAADIN/push?v-r=push&v-uiId=%d&v-pushId=%s&X-Atmosphere-Transport=websocket&X-Atmosphere-tracking-id=0"
                        .formatted(page.ui(), page.pushId());
        Attack.Asking twin = () -> upgrade(host, path, sound);
        for (var origin : List.of(
                "http://evil.example",
                "http://" + ground.host(B),
                "null",
                "http://" + host + ".evil.example",
                "https://" + host)) {
            ground.attack("E17", "a push channel asked by a page of " + origin)
                    .twin(twin, answer -> answer.status() == 101)
                    .refused(() -> upgrade(host, path, "Origin: " + origin + "\r\nCookie: " + session()), 403);
        }
        ground.attack("E17", "a push channel without Origin")
                .twin(twin, answer -> answer.status() == 101)
                .refused(() -> upgrade(host, path, "Cookie: " + session()), 403);
        ground.attack("E17", "a push channel with two Origins")
                .twin(twin, answer -> answer.status() == 101)
                .refused(() -> upgrade(host, path, sound + "\r\nOrigin: http://evil.example"), 403);
        ground.attack("I01", "A's push channel at the host of B")
                .twin(twin, answer -> answer.status() == 101)
                .refused(
                        () -> upgrade(
                                ground.host(B), path, "Origin: http://" + ground.host(B) + "\r\nCookie: " + session()),
                        401);
        ground.attack("E17", "a WebSocket at the API")
                .refused(() -> upgrade(host, "/api/v1/events", "Origin: http://" + host), 404, 400);
        ground.attack("E17", "a WebSocket at identity")
                .refused(() -> upgrade(ground.identity(), "/sign-in", "Origin: http://" + ground.identity()), 404, 400);
        var entryCookie = Browser.SESSION + "=" + entry.cookie(host, Browser.SESSION);
        ground.attack("I01", "the push channel of another person's page says nothing of it")
                .twin(twin, answer -> answer.status() == 101)
                .holds(
                        () -> pushed(host, path, entryCookie),
                        answer -> answer.body().contains("changes\":[") ? "told " + answer.body() : null);
        ground.attack("I01", "the push channel of a page, for nobody")
                .twin(twin, answer -> answer.status() == 101)
                .refused(() -> upgrade(host, path, "Origin: http://" + host + "\r\nCookie: a=b"), 401);
    }

    private void frames() {
        for (var path : List.of(
                host + Browser.WORKSPACE,
                host + "/",
                ground.identity() + "/sign-in",
                ground.bare() + "/",
                host + "/api/v1/tenants/" + A)) {
            ground.attack("J09", path + " in a foreign frame")
                    .holds(
                            () -> page(path),
                            answer -> answer.header("Content-Security-Policy")
                                            .orElse("")
                                            .contains("frame-ancestors 'none'")
                                    ? null
                                    : answer.header("Content-Security-Policy").toString());
            ground.attack("J09", path + " opens no window that reaches back, and is reached by none")
                    .holds(
                            () -> page(path),
                            answer -> !answer.header("Cross-Origin-Opener-Policy")
                                            .orElse("")
                                            .equals("same-origin")
                                    ? "no opener policy"
                                    : answer.body().matches("(?s).*target=\"_blank\"(?![^>]*noopener)[^>]*>.*")
                                            ? "a window with its opener"
                                            : null);
        }
        ground.attack("J09", "the service worker leaves workspace and API alone")
                .holds(
                        () -> ground.send(Ask.get(host, "/sw.js")),
                        answer -> answer.body().contains("NEVER = /^\\/(admin|api|")
                                        && answer.header("Service-Worker-Allowed")
                                                .isEmpty()
                                ? null
                                : "takes all");
    }

    private Answer page(String address) throws IOException {
        var slash = address.indexOf('/');
        return admin.get(address.substring(0, slash), address.substring(slash));
    }

    /** Whatever a developer's build would answer. */
    private void builders() {
        for (var path : List.of(
                "/admin/?v-r=debug_window",
                "/admin/VAADIN/dev-bundle/index.html",
                "/admin/VAADIN/build/indexhtml.js.map",
                "/admin/VAADIN/build/x.js.map",
                "/admin/VAADIN/config/stats.json",
                "/admin/VAADIN/@vite/client",
                "/admin/VAADIN/static/devtools.js",
                "/admin/VAADIN/generated/vaadin.ts",
                "/admin/META-INF/MANIFEST.MF",
                "/admin/WEB-INF/web.xml",
                "/admin/error",
                "/admin/VAADIN/../application.yaml",
                "/look/../application.yaml",
                "/admin/look/satu-atap.css.map")) {
            ground.attack("J13", path)
                    .twin(() -> admin.send(page()))
                    .holds(
                            () -> admin.get(host, path),
                            answer -> answer.status() >= 400 && answer.status() < 500 || isShell(answer)
                                    ? null
                                    : "answered " + answer.status());
        }
        for (var path : List.of(
                "/admin/?debug",
                "/admin/copilot",
                "/admin/HILLA/push",
                "/admin/connect/x/y",
                "/admin/h2-console",
                "/admin/swagger-ui")) {
            ground.attack("J13", path + " is the workspace and no more")
                    .holds(
                            () -> admin.get(host, path),
                            answer -> isShell(answer)
                                            && !answer.body()
                                                    .matches(
                                                            "(?s).*(vaadin-dev-tools|copilot-main|devToolsConf|/@vite/).*")
                                    ? null
                                    : "answered " + answer.status());
        }
        for (var path : List.of("/admin/anggota/x.css", "/admin/x.js", "/admin/penilaian.css", "/admin/%2e/x.png")) {
            ground.attack("E14", path + ": the workspace under a name that caches keep")
                    .holds(
                            () -> admin.get(host, path),
                            answer -> answer.status() < 400 && answer.mayBeShared()
                                    ? answer.all("Cache-Control").toString()
                                    : null);
        }
    }

    private void missing() {
        ground.report()
                .notYet(
                        Attack.SECTION,
                        "J10",
                        "a heart-beat keeps no session alive past twelve hours",
                        "takes twelve hours; shown in the workspace's own tests (TenantBindingTest)");
        ground.report()
                .notYet(
                        Attack.SECTION,
                        "J11",
                        "5,000 sessions opened and abandoned",
                        "measured by infra/bench; the cap of a tenant is shown in TenantBindingTest");
        ground.report()
                .notYet(
                        Attack.SECTION,
                        "J14",
                        "a list asked for 10⁹ rows",
                        "no screen has a list that loads by range yet");
        ground.report()
                .notYet(
                        Attack.SECTION,
                        "J06",
                        "two tenants in two tabs of one session",
                        "a session has one tenant; a message at another host is refused above");
    }

    private Answer upgrade(String to, String path, String headers) throws IOException {
        return ground.raw(UPGRADE.formatted(path, to, headers));
    }

    /** The first that is said on a channel once it is open, as Latin letters. */
    private Answer pushed(String to, String path, String cookie) throws IOException {
        try (var wire = ground.wire(LISTENING)) {
            var head = wire.write(UPGRADE.formatted(path, to, "Origin: http://" + to + "\r\nCookie: " + cookie))
                    .readHead();
            return new Answer(head.status(), head.head(), head.headers(), wire.readSome());
        }
    }

    private Browser signedIn(String tenant, String role) throws IOException {
        var user = user(tenant, role);
        return new Browser(ground).signIn(tenant, user.username(), user.password());
    }

    private Credentials.User user(String tenant, String role) {
        return ground.stack().credentials().user(tenant, role);
    }

    private Attack twinned(String id, String what) {
        return ground.attack(id, what).twin(() -> admin.send(page()));
    }

    private Ask page() {
        return Ask.get(host, Browser.WORKSPACE).with("Accept", "text/html");
    }

    private String session() {
        return Browser.SESSION + "=" + admin.cookie(host, Browser.SESSION);
    }

    private String assessmentOf(String tenant) {
        return ground.text(
                "select a.id::text from spbe.assessment a join tenancy.tenant t on t.id = a.tenant_id where t.slug = ? order by a.id limit 1",
                tenant);
    }

    private static boolean isShell(Answer answer) {
        return answer.status() == 200 && answer.body().contains("auto-generated by Vaadin");
    }

    private static @Nullable String sentToSignIn(Answer answer) {
        return answer.status() / 100 == 3 || answer.status() == 401 ? null : "answered " + answer.status();
    }

    /** Refused, sent to the sign-in, or answered with an error and nothing on the page. */
    private static @Nullable String ignored(Answer answer) {
        return answer.status() >= 500
                ? "answered " + answer.status()
                : answer.body().contains("\"changes\":[") ? "changed the page" : null;
    }
}
