package id.satuatap.isolation.edge;

import static id.satuatap.isolation.Fixture.A;

import id.satuatap.isolation.CaseFile;
import id.satuatap.isolation.Cases;
import id.satuatap.isolation.Check;
import id.satuatap.isolation.http.ObjectCases;
import id.satuatap.isolation.operation.Methods;
import id.satuatap.stack.Answer;
import id.satuatap.stack.Part;
import id.satuatap.stack.Request;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Tokens, the gateway, the browser and the sign-in: groups A, E, J and K of the catalogue, and what else lives there. */
public final class Edge {

    private static final String SMUGGLED = "GET /api/v1/tenants/smuggled HTTP/1.1\r\nHost: %s\r\n\r\n";

    private static final Pattern OPENER = Pattern.compile("target=\"_blank\"(?![^>]*noopener)");

    private Edge() {}

    public static void run(Cases cases) throws IOException {
        var ground = new Ground(cases);
        var slow = new SlowCases(ground);
        slow.begin();
        var signIn = new SignInCases(ground);
        var workspace = new WorkspaceCases(ground);
        workspace.run();
        signIn.run();
        new AccountCases(ground).run();
        new ConnectionCases(ground).run();
        var file = file(ground);
        signIn.words(file);
        workspace.words(file);
        new PortalCases(ground).words(file);
        for (var resource :
                List.of("hosts", "framing", "errors", "doors", "identity", "codes", "workspace", "citizen", "events")) {
            file.run(resource + ".cases");
        }
        signIn.afterTheLeeway();
        slow.end();
    }

    /** The section {@code tokens}: nobody signs in for it, so that a core with a fault can be asked, too. */
    public static void tokens(Cases cases) {
        var ground = new Ground(cases);
        try (var forger = new Forger(ground.stack().tokens(), claims(ground))) {
            file(ground)
                    .word("trap", forger::trap)
                    .word("jwk", forger::jwk)
                    .rewrite("forged", forger::token)
                    .run("tokens.cases");
            file(ground)
                    .word("trap", forger::trap)
                    .word("jwk", forger::jwk)
                    .rewrite("forged", forger::token)
                    .run("forged.cases");
            cases.add(
                    "A07",
                    "nobody asked the addresses that these tokens name",
                    forger.calls() == 0,
                    forger.calls() + " calls");
        }
    }

    private static CaseFile file(Ground ground) {
        var smuggled = SMUGGLED.formatted(ground.host());
        var ours = List.of("", ground.host(), ground.identity(), ground.bare());
        return ObjectCases.words(ground.cases())
                .word("smuggled", () -> smuggled)
                .word("length", () -> String.valueOf(5 + smuggled.length()))
                .word("chunks", () -> ("8000\r\n" + " ".repeat(0x8000) + "\r\n").repeat(40))
                .word("port.core", () -> String.valueOf(ground.stack().port(Part.PLATFORM_CORE)))
                .word("domain", ground::bare)
                .word("issuer", () -> ground.stack().issuer())
                .rewrite("encoded", Request::encoded)
                .check("ours", Check.holds(answer -> ours.contains(answer.elsewhere()), "an address of ours"))
                .check("nowhere", Check.holds(answer -> answer.location().isEmpty(), "no redirect"))
                .check(
                        "at A",
                        Check.holds(
                                answer -> answer.json()
                                        .at("/tenant/slug")
                                        .asString("")
                                        .equals(A),
                                "at A"))
                .check("private", Check.holds(Methods::isPrivate, "private"))
                .check(
                        "kept by no cache",
                        Check.holds(answer -> answer.status() >= 400 || Methods.isPrivate(answer), "kept by no cache"))
                .check("unshared", Check.holds(Edge::isUnshared, "without CORS"))
                .check(
                        "refused back",
                        Check.holds(
                                answer -> answer.status() == 400
                                        || answer.location().contains("error="),
                                "refused"))
                .check("not signed in", Check.holds(answer -> !answer.location().endsWith("/admin/"), "not signed in"))
                .check("sent to sign-in", WorkspaceCases.SENT_TO_SIGN_IN)
                .check("ignored", WorkspaceCases.IGNORED)
                .check(
                        "to the form or refused",
                        Check.holds(
                                answer -> answer.status() == 403
                                        || answer.location().contains("/sign-in"),
                                "to the form"))
                .check(
                        "no opener",
                        Check.holds(answer -> !OPENER.matcher(answer.text()).find(), "no opener"))
                .check("shell", Check.holds(Edge::isShell, "the shell"))
                .check(
                        "shell or refused",
                        Check.holds(answer -> answer.status() / 100 == 4 || isShell(answer), "refused"));
    }

    private static Map<String, Object> claims(Ground ground) {
        var machine = ground.client(A, "tenant-admin").clientId();
        var claims = ground.stack().tokens().claims(machine);
        claims.put("client_id", machine);
        return claims;
    }

    private static boolean isUnshared(Answer answer) {
        return answer.headers().stream()
                .noneMatch(header -> header.name().toLowerCase(Locale.ROOT).startsWith("access-control-"));
    }

    private static boolean isShell(Answer answer) {
        return answer.status() == 200 && answer.text().contains("auto-generated by Vaadin");
    }
}
