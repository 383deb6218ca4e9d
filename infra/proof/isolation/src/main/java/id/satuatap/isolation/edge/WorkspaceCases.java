package id.satuatap.isolation.edge;

import static id.satuatap.isolation.Fixture.A;
import static id.satuatap.isolation.Fixture.PROVINCE;
import static id.satuatap.isolation.edge.Ground.VICTIM;
import static id.satuatap.isolation.edge.Ground.must;

import id.satuatap.isolation.CaseFile;
import id.satuatap.isolation.Check;
import id.satuatap.stack.Answer;
import id.satuatap.stack.Request;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** Group J, what takes a page that is alive: sessions before and after a sign-in, and components that are called from outside. */
final class WorkspaceCases {

    static final Check SENT_TO_SIGN_IN =
            Check.holds(answer -> answer.status() / 100 == 3 || answer.status() == 401, "sent to sign-in");
    /** Whatever is said of it, nothing on a page is changed by it. */
    static final Check IGNORED =
            Check.holds(answer -> answer.status() < 500, "no failure").and(Check.lacks("\"changes\":["));

    /** The words of the note that something failed: all that the page says of a call that it does not know. */
    private static final String FAILURE = "kesalahan";

    private static final Check UNCHANGED = Check.holds(
            answer -> answer.status() < 500
                    && (!answer.text().contains("\"attach\"") || answer.text().contains(FAILURE)),
            "the page unchanged");

    private static final String ASSESSMENTS = "/api/v1/spbe/assessments";
    private static final String MADE_UP = "00000000-0000-7000-8000-000000000001";
    private static final Answer NOTHING = new Answer(200, List.of(), new byte[0]);

    private final Ground ground;
    private final String host;
    private final Browser admin;
    private final Browser entry;

    WorkspaceCases(Ground ground) throws IOException {
        this.ground = ground;
        this.host = ground.host();
        this.admin = ground.signedIn(A, "tenant-admin");
        this.entry = ground.signedIn(A, "data-entry");
    }

    /** What the files of cases call these. */
    void words(CaseFile file) throws IOException {
        var citizen = ground.browser();
        var user = ground.user(null, "citizen");
        citizen.signIn(host, ground.identity(), user.username(), user.password());
        var overseer = ground.signedIn(PROVINCE, "province-overseer");
        var coach = ground.signedIn(PROVINCE, "province-coach");
        var page = new Workspace(admin, host, "penilaian");
        var push =
                "/admin/VAADIN/push?v-r=push&v-uiId=%d&v-pushId=%s&X-Atmosphere-Transport=websocket&X-Atmosphere-tracking-id=0"
                        .formatted(page.ui(), page.pushId());
        var key = new Workspace(entry, host, "").key();
        var fixture = ground.fixture();
        file.session("session", fixture.member(A, "tenant-admin"), session(admin, host))
                .session("session.admin", fixture.member(A, "tenant-admin"), session(admin, host))
                .session("session.entry", fixture.member(A, "data-entry"), session(entry, host))
                .session("session.citizen", fixture.citizen(), session(citizen, host))
                .session("session.overseer", fixture.member(PROVINCE, "province-overseer"), at(overseer, PROVINCE))
                .session("session.coach", fixture.member(PROVINCE, "province-coach"), at(coach, PROVINCE))
                .word("session.id", () -> admin.cookie(host, Browser.SESSION))
                .word("entry.key", () -> key)
                .word("a.id", () -> id(A))
                .word("c.id", () -> id(VICTIM))
                .word("push", () -> push);
    }

    private String id(String tenant) {
        return ground.fixture().thing(tenant, ASSESSMENTS).get("assessment") + "";
    }

    void run() throws IOException {
        ground.check(
                "J01", "a session known before the sign-in is worth nothing after it", this::known, SENT_TO_SIGN_IN);
        ground.check("J01", "the same at identity", this::knownAtIdentity, SENT_TO_SIGN_IN);
        ground.check(
                "J05", "the words for another's id and for a made-up id are the same", this::alike, answer -> null);
        components();
    }

    private Answer known() throws IOException {
        var victim = ground.browser();
        victim.get(host, Browser.WORKSPACE);
        var before = session(victim, host);
        var user = ground.user(A, "walidata");
        var page = victim.signIn(host, ground.identity(), user.username(), user.password());
        must(!before.equals(session(victim, host)), "the id is the same", page);
        return ground.send(host, Request.get(Browser.WORKSPACE).with("Cookie", before));
    }

    private Answer knownAtIdentity() throws IOException {
        var victim = ground.browser();
        victim.get(ground.identity(), "/sign-in");
        new CodeFlow(ground).authorize(victim);
        var before = victim.cookie(ground.identity(), Browser.IDENTITY_SESSION);
        var user = ground.user(A, "walidata");
        var page = victim.typePassword(ground.identity(), user.username(), user.password());
        var after = victim.cookie(ground.identity(), Browser.IDENTITY_SESSION);
        must(!before.isEmpty() && !before.equals(after), "the id is the same", page);
        var cookie = Browser.IDENTITY_SESSION + "=" + before;
        return ground.send(
                ground.identity(), Request.get("/").with("Accept", "text/html").with("Cookie", cookie));
    }

    private Answer alike() throws IOException {
        var foreign = new Workspace(entry, host, "penilaian/" + id(VICTIM)).words();
        var none = new Workspace(entry, host, "penilaian/" + MADE_UP).words();
        return must(foreign.equals(none), foreign + ", not " + none, NOTHING);
    }

    private void components() throws IOException {
        var page = new Workspace(admin, host, "anggota");
        var twin = new Workspace(admin, host, "anggota");
        var button = twin.buttons().getFirst();
        var disabled = page.nodes("disabled").getFirst();
        var invisible = page.nodes("visible").getFirst();
        Callable<Answer> allowed = () -> must(Workspace.changes(twin.click(button)), "its twin", NOTHING);
        ignored("a click on a disabled button", allowed, () -> page.click(disabled));
        ignored("a click on an invisible component", allowed, () -> page.click(invisible));
        ignored("a click on a component of nobody", allowed, () -> page.click(99_999));
        ignored("a click on a negative component", allowed, () -> page.click(-1));
        ignored("a disabled button enabled from outside", allowed, () -> page.say(set(disabled, "disabled", false)));
        ignored("… is still not clicked", allowed, () -> page.click(disabled));
        ignored("an invisible component shown from outside", allowed, () -> page.say(set(invisible, "visible", true)));
        for (var method : List.of("getSession", "close", "getElement", "navigate", "setVisible")) {
            ignored("the server's method “%s” called".formatted(method), allowed, () -> called(method));
        }
        var unknown = Map.<String, Object>of("type", "nope", "node", 1);
        ignored("a message of an unknown kind", allowed, () -> new Workspace(admin, host, "anggota").say(unknown));
    }

    private Answer called(String method) throws IOException {
        var fresh = new Workspace(admin, host, "anggota");
        fresh.click(99_999); // whatever was still to be said
        Map<String, Object> call = Map.of("type", "publishedEventHandler", "node", 1, "promise", 0);
        var whole = new HashMap<>(call);
        whole.put("templateEventMethodName", method);
        whole.put("templateEventMethodArgs", List.of());
        return fresh.say(whole);
    }

    private static Map<String, Object> set(int node, String property, boolean value) {
        return Map.of("type", "mSync", "node", node, "feature", 1, "property", property, "value", value);
    }

    private void ignored(String what, Callable<Answer> allowed, Callable<Answer> attack) {
        ground.cases().check("J03", what, allowed, attack, UNCHANGED);
    }

    private String at(Browser browser, String tenant) {
        return session(browser, ground.host(tenant));
    }

    private static String session(Browser browser, String at) {
        return Browser.SESSION + "=" + browser.cookie(at, Browser.SESSION);
    }
}
