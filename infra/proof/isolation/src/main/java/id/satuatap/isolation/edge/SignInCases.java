package id.satuatap.isolation.edge;

import static id.satuatap.isolation.Fixture.A;
import static id.satuatap.isolation.edge.Ground.VICTIM;
import static id.satuatap.isolation.edge.Ground.must;

import id.satuatap.isolation.CaseFile;
import id.satuatap.isolation.Check;
import id.satuatap.isolation.Fixture;
import id.satuatap.stack.Answer;
import id.satuatap.stack.Credentials;
import id.satuatap.stack.Part;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Group K, what takes a browser or a while: callbacks of others, signing out, tokens that are used twice. */
final class SignInCases {

    private static final Check INVALID_GRANT = Check.status(400).and(Check.has("invalid_grant"));
    private static final String USED_TWICE =
            "select id::text from identity.audit_event where action = 'refresh-token.used-twice' limit 1";
    private static final List<String> PARAMETERS =
            List.of("redirect_uri", "code_challenge", "code_challenge_method", "response_type", "scope", "client_id");

    private final Ground ground;
    private final Credentials.User person;
    private final Browser browser;
    private final CodeFlow flow;
    private String spent = "";
    private String newest = "";
    private Instant spentAt = Instant.EPOCH;

    SignInCases(Ground ground) throws IOException {
        this.ground = ground;
        this.person = ground.user(A, "coordinator");
        this.browser = signedIn();
        this.flow = new CodeFlow(ground);
    }

    /** What the files of cases call these. */
    void words(CaseFile file) throws IOException {
        var machine = ground.client(A, "coordinator");
        var others = ground.client(VICTIM, "coordinator");
        var mixed = new Credentials.Client(A, "", machine.clientId(), others.clientSecret());
        var secret = ground.stack().service(Part.TENANT_ADMIN).environment("SATUATAP_ADMIN_CLIENT_SECRET");
        var workspace = new Credentials.Client(null, "", "tenant-admin", secret);
        var clients = Map.of("machine", machine, "others", others, "mixed", mixed, "workspace", workspace);
        clients.forEach((name, client) -> file.word("basic." + name, () -> Ground.basic(client)));
        var othersToken = othersIdToken();
        file.word("callback", () -> "http://" + ground.host() + CodeFlow.CALLBACK)
                .word("id-session", this::session)
                .word("machine", machine::clientId)
                .word("person", person::username)
                .word("password", person::password)
                .word("basic", () -> Ground.basic(machine))
                .word("token.machine", () -> ground.stack().accessToken(machine))
                .word("others-id-token", () -> othersToken)
                .word("verifier", flow::verifier)
                .word("flow", flow::query);
        PARAMETERS.forEach(name -> file.word("flow:" + name, () -> flow.without(name)));
    }

    void run() {
        ground.check(
                "K02",
                "the code and state of another browser do not sign in this one",
                this::anothersCallback,
                Check.holds(answer -> answer.status() / 100 == 3, "sent to sign-in"));
        ground.check("K02", "a code for A is not taken at another's address", this::elsewhere, Check.status(401));
        ground.check("K02", "a refresh token is good for another", this::spend, Check.ok());
        ground.check("K14", "who signs out is out, with every token", this::signOut, INVALID_GRANT);
    }

    private Answer anothersCallback() throws IOException {
        var callback = callback();
        var victim = ground.browser();
        victim.get(ground.host(), Browser.WORKSPACE);
        victim.follow(ground.host(), callback);
        return victim.get(ground.host(), Browser.WORKSPACE);
    }

    private Answer elsewhere() throws IOException {
        var query = callback().location().split("\\?")[1];
        return ground.browser().get(ground.host(VICTIM), CodeFlow.CALLBACK + "?" + query);
    }

    private Answer callback() throws IOException {
        return ground.browser().reachCallback(ground.host(), ground.identity(), person.username(), person.password());
    }

    private Answer signOut() throws IOException {
        var leaving = signedIn();
        var refresh = flow.tokens(leaving).path("refresh_token").asString();
        leaving.submit(ground.identity(), "/sign-out", "/sign-out", Map.of());
        var home = leaving.get(ground.identity(), "/");
        must(home.status() != 200, "still signed in", home);
        return flow.refresh(refresh);
    }

    private Answer spend() throws IOException {
        spent = flow.tokens(browser).path("refresh_token").asString();
        var answer = flow.refresh(spent);
        newest = answer.json().path("refresh_token").asString();
        spentAt = Instant.now();
        return answer;
    }

    /** A spent refresh token still works for ten seconds, since two requests may refresh at once; then it is a thief's. */
    void afterTheLeeway() {
        ground.check(
                "K02",
                "a refresh token used again after the leeway",
                () -> {
                    Fixture.await(Duration.ofSeconds(30), () -> Instant.now().isAfter(spentAt.plusSeconds(11)));
                    return flow.refresh(spent);
                },
                INVALID_GRANT);
        ground.check(
                "K02",
                "… ends the whole family, and identity's record says so",
                () -> {
                    var answer = flow.refresh(newest);
                    var found = ground.fixture().textIn("satuatap_identity", USED_TWICE);
                    return must(!found.isEmpty(), "not in identity's record", answer);
                },
                INVALID_GRANT);
    }

    private String othersIdToken() throws IOException {
        var other = ground.user(VICTIM, "coordinator");
        var theirs = ground.browser();
        theirs.typePassword(ground.identity(), other.username(), other.password());
        var address = "http://" + ground.host(VICTIM) + CodeFlow.CALLBACK;
        return new CodeFlow(ground)
                .with("redirect_uri", address)
                .tokens(theirs)
                .path("id_token")
                .asString();
    }

    private Browser signedIn() throws IOException {
        var fresh = ground.browser();
        fresh.typePassword(ground.identity(), person.username(), person.password());
        return fresh;
    }

    private String session() {
        return Browser.IDENTITY_SESSION + "=" + browser.cookie(ground.identity(), Browser.IDENTITY_SESSION);
    }
}
