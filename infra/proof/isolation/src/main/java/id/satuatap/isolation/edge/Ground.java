package id.satuatap.isolation.edge;

import static id.satuatap.isolation.Fixture.A;

import id.satuatap.isolation.Cases;
import id.satuatap.isolation.Check;
import id.satuatap.isolation.Fixture;
import id.satuatap.stack.Answer;
import id.satuatap.stack.Credentials;
import id.satuatap.stack.Part;
import id.satuatap.stack.Request;
import id.satuatap.stack.Stack;
import id.satuatap.stack.Wire;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** What the cases at the edge share: the attacker's tenant, the victim's, and how to speak to them. */
record Ground(Cases cases) {

    /** The victim's, in another province. */
    static final String VICTIM = Fixture.C;

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    Fixture fixture() {
        return cases.fixture();
    }

    Stack stack() {
        return fixture().stack();
    }

    String host(String tenant) {
        return URI.create(stack().address(tenant)).getAuthority();
    }

    String host() {
        return host(A);
    }

    String bare() {
        return URI.create(stack().gateway()).getAuthority();
    }

    String identity() {
        return URI.create(stack().issuer()).getAuthority();
    }

    Wire wire() throws IOException {
        return wire(PATIENCE);
    }

    Wire wire(Duration patience) throws IOException {
        return Wire.to(stack().port(Part.GATEWAY), patience);
    }

    /** Through the gateway, on a connection of its own. */
    Answer send(String host, Request request) throws IOException {
        try (var wire = wire()) {
            return wire.write(request.bytes(host)).read(request.method());
        }
    }

    Browser browser() {
        return new Browser(stack().port(Part.GATEWAY));
    }

    Browser signedIn(String tenant, String role) throws IOException {
        var user = user(tenant, role);
        var browser = browser();
        browser.signIn(host(tenant), identity(), user.username(), user.password());
        return browser;
    }

    Credentials.User user(@Nullable String tenant, String role) {
        return stack().credentials().user(tenant, role);
    }

    Credentials.Client client(String tenant, String role) {
        return stack().credentials().client(tenant, role);
    }

    /** A sound token of a tenant's machine in this role. */
    String token(String tenant, String role) {
        return fixture().client().token(fixture().machine(tenant, role));
    }

    static String basic(Credentials.Client client) {
        var text = client.clientId() + ":" + client.clientSecret();
        return "Basic " + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    Answer token(Map<String, String> fields, Credentials.Client client) throws IOException {
        return send(identity(), Request.form("/oauth2/token", fields).with("Authorization", basic(client)));
    }

    void check(String id, String what, Callable<Answer> attack, Check check) {
        cases.check(id, what, attack, check);
    }

    /** With a twin that has succeeded: it throws otherwise. */
    static Answer must(boolean condition, String what, Answer answer) {
        if (!condition) {
            throw new AssertionError(what + ": " + answer.brief() + " " + answer.location());
        }
        return answer;
    }
}
