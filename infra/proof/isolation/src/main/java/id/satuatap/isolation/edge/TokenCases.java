package id.satuatap.isolation.edge;

import static id.satuatap.isolation.edge.Ground.A;
import static id.satuatap.isolation.edge.Ground.B;

import id.satuatap.stack.Part;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Group A: whose token it is, for whom it is, and which tenant is meant. */
final class TokenCases {

    private static final String ME = "/api/v1/me";
    private static final String MEMBERS = "/api/v1/members";

    private final Ground ground;
    private final String admin;

    TokenCases(Ground ground) {
        this.ground = ground;
        this.admin = ground.token(A, "tenant-admin");
    }

    void run() {
        tenants();
        claims();
        times();
        shapes();
        principals();
        insides();
    }

    private void tenants() {
        var subject = ground.stack().credentials().client(A, "tenant-admin").clientId();
        attack("A01", "a token of A at the host of B: refused, and B's record says so")
                .holds(() -> ground.send(Ask.get(ground.host(B), MEMBERS).bearer(admin)), answer -> {
                    if (answer.status() != 403) {
                        return "answered " + answer.status();
                    }
                    return Ground.await(Duration.ofSeconds(5), () -> refusals(subject) > 0) ? null : "not in B's audit";
                });
        attack("A01", "a token of A, B named in the query")
                .holds(
                        () -> ground.send(of(A, MEMBERS + "?tenant=" + B + "&tenant_id=" + B + "&slug=" + B)),
                        this::onlyA);
        attack("A01", "a token of A, another tenant's state in the path")
                .refused(
                        () -> ground.send(of(A, "/api/v1/tenants/" + B + "/state")
                                .method("PUT")
                                .with("Content-Type", Ask.JSON)
                                .body("{\"state\":\"SUSPENDED\"}")),
                        403);
        attack("A01", "past the gateway: a token of A, B in the header")
                .refused(() -> inside(admin, "X-Satu-Tenant: " + B), 403);
        attack("A02", "host A, B in a header and in the token's claims: only A counts")
                .holds(
                        () -> ground.send(Ask.get(ground.host(A), MEMBERS)
                                .bearer(ground.token(
                                        A,
                                        "tenant-admin",
                                        claims -> claims.putAll(Map.of("tenant", B, "tenant_id", B, "tid", B))))
                                .with("X-Satu-Tenant", B)),
                        this::onlyA);
        attack("A02", "host A, the request line names B")
                .refused(
                        () -> ground.raw("GET http://%s%s HTTP/1.1\r\nHost: %s\r\nAuthorization: Bearer %s\r\n\r\n"
                                .formatted(ground.host(B), MEMBERS, ground.host(A), admin)),
                        400);
        attack("A03", "past the gateway: two tenant headers, A then B")
                .refused(() -> inside(admin, "X-Satu-Tenant: " + A, "X-Satu-Tenant: " + B), 400);
        attack("A03", "past the gateway: two tenants joined by a comma")
                .refused(() -> inside(admin, "X-Satu-Tenant: " + A + ", " + B), 400);
        attack("A03", "past the gateway: a folded tenant header")
                .refused(() -> inside(admin, "X-Satu-Tenant: " + A + "\r\n " + B), 400);
        attack("A03", "through the gateway: forged tenant headers, A then B, are not believed")
                .holds(() -> ground.send(of(A, ME).with("X-Satu-Tenant", A).with("X-Satu-Tenant", B)), this::atA);
        for (var wrong :
                List.of("1", "01", "A" + A.substring(1), A + "%00", "rejanglebоng", "'", "*", "x".repeat(64))) {
            attack("A15", "past the gateway: a tenant written " + shown(wrong))
                    .refused(() -> inside(admin, "X-Satu-Tenant: " + wrong), 400, 404);
        }
        for (var wrong : List.of(A + ".", "%72ejanglebong.localhost", A + "..localhost", "-" + A, "１", "1e0", "0x1")) {
            attack("A15", "a host written " + shown(wrong))
                    .twin(() -> ground.send(of(A, ME)))
                    .refused(() -> ground.send(Ask.get(wrong, ME).bearer(admin)), 400, 404);
        }
    }

    private void claims() {
        var forged = Map.<String, Object>of(
                "tenant_id", A,
                "roles", List.of("tenant-admin", "platform-operator"),
                "permissions", List.of("member:read"),
                "authorities", List.of("ROLE_ADMIN"),
                "scope", "member:read",
                "groups", List.of("admin"));
        attack("A13", "a citizen whose token also claims roles, permissions and a tenant")
                .twin(() -> ground.send(of(A, MEMBERS)))
                .refused(() -> ground.send(Ask.get(ground.host(A), MEMBERS).bearer(citizen(forged))), 403);
        attack("A13", "… is a citizen and nothing else")
                .holds(
                        () -> ground.send(Ask.get(ground.host(A), ME).bearer(citizen(forged))),
                        answer -> answer.json().get("roles").toString().equals("[\"citizen\"]")
                                ? null
                                : answer.json().get("roles").toString());
        attack("A14", "a claim with both tenants changes nothing")
                .holds(
                        () -> ground.send(Ask.get(ground.host(A), ME)
                                .bearer(ground.token(
                                        A,
                                        "tenant-admin",
                                        claims -> claims.putAll(
                                                Map.of("tenant_id", List.of(A, B), "tenants", List.of(B)))))),
                        this::atA);
        refusedToken("A14", "a subject that is a list", claims -> claims.put("sub", List.of("x", "y")));
        attack("A15", "a token of a subject that is a number")
                .refused(
                        () -> ground.send(Ask.get(ground.host(A), MEMBERS)
                                .bearer(ground.token(A, "tenant-admin", claims -> claims.put("sub", 1)))),
                        401,
                        403);
        refusedToken("A15", "a client that is a number", claims -> claims.put("client_id", 1));
        refusedToken("A15", "no client", claims -> claims.remove("client_id"));
        refusedToken("A09", "for another audience", claims -> claims.put("aud", "tenant-admin"));
        refusedToken(
                "A09", "for an audience that only begins like ours", claims -> claims.put("aud", "platform-core-2"));
        refusedToken("A09", "for our audience in capitals", claims -> claims.put("aud", List.of("PLATFORM-CORE")));
        refusedToken("A09", "for an empty list of audiences", claims -> claims.put("aud", List.of()));
        refusedToken("A09", "for nobody", claims -> claims.remove("aud"));
        refusedToken("A09", "of another issuer", claims -> claims.put("iss", "http://id.localhost"));
        refusedToken(
                "A09",
                "of our issuer with a slash",
                claims -> claims.put("iss", ground.stack().issuer() + "/"));
        refusedToken("A09", "of no issuer", claims -> claims.remove("iss"));
    }

    private void times() {
        var now = Instant.now().getEpochSecond();
        refusedToken(
                "A11",
                "that ended two minutes ago",
                claims -> claims.putAll(Map.of("iat", now - 300, "exp", now - 120)));
        refusedToken(
                "A11",
                "that ended six seconds ago, past the skew",
                claims -> claims.putAll(Map.of("iat", now - 300, "exp", now - 6)));
        refusedToken("A11", "not valid yet", claims -> claims.put("nbf", now + 120));
        refusedToken(
                "A11", "issued in the future", claims -> claims.putAll(Map.of("iat", now + 120, "exp", now + 3600)));
        refusedToken("A11", "that never ends", claims -> claims.remove("exp"));
        refusedToken("A11", "whose end is a word", claims -> claims.put("exp", "never"));
        refusedToken("A11", "whose end is negative", claims -> claims.put("exp", -1));
    }

    private void shapes() {
        try (var forger = new Forger(ground.tokens())) {
            var claims = ground.tokens()
                    .claims(ground.stack()
                            .credentials()
                            .client(A, "tenant-admin")
                            .clientId());
            claims.put("client_id", claims.get("sub"));
            forger.all(claims)
                    .forEach(forged -> attack(forged.id(), forged.what())
                            .twin(() -> ground.send(of(A, MEMBERS)))
                            .holds(
                                    () -> ground.send(
                                            Ask.get(ground.host(A), MEMBERS).bearer(forged.token())),
                                    answer -> answer.status() == 401 || forged.oversized() && answer.status() == 431
                                            ? null
                                            : "answered " + answer.status()));
            ground.report()
                    .check(
                            forger.calls() == 0,
                            Attack.SECTION,
                            "A07",
                            "nobody asked the addresses that these tokens name",
                            forger.calls() + " calls");
        } catch (IOException e) {
            ground.report().failed(Attack.SECTION, "A07", "the forger's trap", e.toString());
        }
    }

    private void principals() {
        var other = ground.token(B, "tenant-admin");
        attack("A18", "two Authorization headers: A's and B's")
                .twin(() -> ground.send(of(A, ME)))
                .refused(() -> ground.send(of(A, ME).bearer(other)), 400, 401);
        attack("A18", "two Authorization headers, a password before the token")
                .refused(
                        () -> ground.send(Ask.get(ground.host(A), ME)
                                .with("Authorization", "Basic YTpi")
                                .bearer(admin)),
                        400,
                        401);
        attack("A18", "the token in the query")
                .refused(() -> ground.send(Ask.get(ground.host(A), ME + "?access_token=" + admin)), 401);
        attack("A17", "a machine of A at B's integration: its records")
                .refused(
                        () -> ground.send(Ask.get(ground.host(B), "/api/v1/spbe/assessments")
                                .bearer(ground.token(A, "coordinator"))),
                        403);
        attack("A17", "a machine that asks identity for a scope")
                .twin(() -> ground.send(clientCredentials("")))
                .refused(() -> ground.send(clientCredentials("&scope=bangkalan")), 400);
    }

    private void insides() {
        for (var path : List.of(
                "/actuator",
                "/actuator/env",
                "/actuator/heapdump",
                "/actuator/health",
                "/admin/actuator/prometheus",
                "/ACTUATOR/health",
                "/%61ctuator/health",
                "/api/actuator",
                "/api/internal",
                "/api/v1/../../actuator/health",
                "/api/v1/%2e%2e/%2e%2e/actuator/health",
                "/actuator;x=1/health")) {
            attack("A22", path + " with the token of a tenant's administrator")
                    .twin(() -> ground.send(of(A, ME)))
                    .refused(() -> ground.send(of(A, path)), 404, 403, 400);
        }
        attack("A22", "metrics at the address of identity")
                .refused(
                        () -> ground.send(Ask.get(ground.identity(), "/actuator/prometheus")
                                .bearer(admin)),
                        404);
        attack("A22", "metrics at the bare address")
                .refused(
                        () -> ground.send(
                                Ask.get(ground.bare(), "/actuator/prometheus").bearer(admin)),
                        404);
    }

    private Attack attack(String id, String what) {
        return ground.attack(id, what).twin(() -> ground.send(of(A, MEMBERS)));
    }

    private void refusedToken(String id, String what, Consumer<Map<String, Object>> change) {
        attack(id, "a token " + what)
                .refused(
                        () -> ground.send(
                                Ask.get(ground.host(A), MEMBERS).bearer(ground.token(A, "tenant-admin", change))),
                        401);
    }

    private String citizen(Map<String, Object> changes) {
        return ground.tokens().token("00000000-0000-7000-8000-00000000c171", citizenClaims(changes));
    }

    private static Map<String, Object> citizenClaims(Map<String, Object> changes) {
        var claims = new HashMap<>(changes);
        claims.put("client_id", "tenant-admin");
        return claims;
    }

    private Ask of(String tenant, String path) {
        return Ask.get(ground.host(tenant), path).bearer(admin);
    }

    private Answer inside(String token, String... lines) throws IOException {
        var ask = Ask.get("127.0.0.1", MEMBERS).bearer(token);
        for (var line : lines) {
            ask = ask.line(line);
        }
        return ground.sendTo(Part.PLATFORM_CORE, ask);
    }

    private Ask clientCredentials(String more) {
        var client = ground.stack().credentials().client(A, "coordinator");
        return Ask.post(ground.identity(), "/oauth2/token", Ask.FORM, "grant_type=client_credentials" + more)
                .with("Authorization", Forger.basic(client.clientId(), client.clientSecret()));
    }

    private long refusals(String subject) {
        return ground.count("""
                select count(*) from audit.entry e join tenancy.tenant t on t.id = e.tenant_id
                 where t.slug = ? and e.kind = 'REFUSAL' and e.actor = ?
                """, B, subject);
    }

    private @Nullable String atA(Answer answer) {
        return answer.status() == 200
                        && answer.json()
                                .path("tenant")
                                .path("slug")
                                .asString("")
                                .equals(A)
                ? null
                : answer.status() + " " + answer.body();
    }

    /** The scan for B's secrets does the rest. */
    private @Nullable String onlyA(Answer answer) {
        return answer.status() == 200 || answer.status() == 400 ? null : "answered " + answer.status();
    }

    private static String shown(String text) {
        return text.length() > 40 ? text.length() + " characters" : "“" + text + "”";
    }
}
