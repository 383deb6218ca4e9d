package id.satuatap.isolation.http;

import static id.satuatap.isolation.Fixture.A;
import static id.satuatap.isolation.Fixture.PROVINCE;

import id.satuatap.isolation.Answer;
import id.satuatap.isolation.Caller;
import id.satuatap.isolation.Fixture;
import id.satuatap.isolation.Place;
import id.satuatap.isolation.Principal;
import id.satuatap.isolation.Rights;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One operation of the matrix, with everybody who tries it. */
final class Line {

    private static final String ANY_ROLE = "walidata";

    private final Fixture fixture;
    private final Operation operation;
    private final Example example;
    private final List<String> wrong = new ArrayList<>();
    private int tried;

    Line(Fixture fixture, Operation operation, Example example) {
        this.fixture = fixture;
        this.operation = operation;
        this.example = example;
    }

    String name() {
        return operation.key();
    }

    int tried() {
        return tried;
    }

    List<String> wrong() {
        return wrong;
    }

    boolean isProvincial() {
        return PROVINCE.equals(example.home());
    }

    /** Each role at home: refused, or let in if it only reads. */
    void roles() {
        var home = example.home();
        for (var role : Rights.roles()) {
            if (home == null || isNoMemberOf(home, role)) {
                continue;
            }
            var caller = caller(fixture.member(home, role), home).direct();
            if (operation.isOpen() || operation.needsOnlySignIn() || mayDo(role)) {
                if (!operation.changes() && !isStream()) {
                    expect("role " + role, send(caller), 200, "");
                }
            } else {
                expect("role " + role, send(caller), 403, "access.denied");
                var machine = caller(fixture.machine(home, role), home).direct();
                expect("machine " + role, send(machine), 403, "access.denied");
            }
        }
    }

    /**
     * @param others by what they are: suspended, archived, elsewhere (of the same kind), above (or below)
     */
    void columns(Map<String, String> others) {
        var able = able(example.home());
        var home = caller(able, example.home());
        expect("expired token", both(home.token(expired(able))), 401, "access.token");
        expect("forged token", both(home.token(forged(able))), 401, "access.token");
        if (!operation.isOpen()) {
            expect("no token", both(caller(Principal.NOBODY, example.home())), 401, "access.sign-in");
        }
        var archived = Objects.requireNonNull(others.get("archived"));
        if (example.home() != null) {
            expect("archived tenant", both(home.at(archived)), 404, "tenant.unknown");
            suspended(Objects.requireNonNull(others.get("suspended")));
        }
        if (operation.isOpen() || operation.needsOnlySignIn()) {
            machineElsewhere(Objects.requireNonNull(others.get("elsewhere")));
            return;
        }
        others(others);
    }

    private void others(Map<String, String> others) {
        expect("citizen", both(caller(fixture.citizen(), example.home())), 403, "access.not-a-member");
        var other = Objects.requireNonNull(others.get("elsewhere"));
        var elsewhere = example.home() == null ? fixture.member(other, "tenant-admin") : able(other);
        var above = fixture.member(
                Objects.requireNonNull(others.get("above")), isProvincial() ? "coordinator" : "province-overseer");
        expect("other tenant", both(caller(elsewhere, example.home())), 403, "access.not-a-member");
        expect("province", both(caller(above, example.home())), 403, "access.not-a-member");
        if (example.home() != null) {
            machineElsewhere(other);
            expect("operator", both(caller(fixture.operator(), example.home())), 403, "access.not-a-member");
            expect("bare host", both(caller(able(example.home()), null)), 403, "access.not-a-member");
        } else {
            expect("at a tenant's host", both(caller(fixture.operator(), A)), 403, "access.not-a-member");
        }
    }

    private void machineElsewhere(String elsewhere) {
        var machine = fixture.machine(elsewhere, isProvincial() ? "province-overseer" : "internal-assessor");
        expect("machine of another", both(caller(machine, example.home())), 403, "access.not-a-member");
    }

    private void suspended(String slug) {
        var caller = caller(isProvincial() ? fixture.citizen() : able(slug), slug);
        var request = example.plain().apply(fixture.place(slug));
        expect("suspended, by the gateway", List.of(request.by(caller)), 403, "tenant.suspended");
        var open = Examples.EVEN_SUSPENDED.contains(operation.key());
        expect("suspended", List.of(request.by(caller.direct())), open ? 200 : 403, open ? "" : "tenant.suspended");
    }

    /** Empty if the right caller succeeds, both ways; what went wrong otherwise. */
    String allowedTwin() {
        for (var way : List.of(
                caller(allowed(), example.home()),
                caller(allowed(), example.home()).direct())) {
            var caller = isStream() ? way.token(endsSoon(way.principal())) : way;
            var answer = example.fresh().of(fixture, place(), way.principal()).by(caller);
            if (!answer.isOk()) {
                return "the allowed one got " + answer.status() + " " + answer.text();
            }
        }
        return "";
    }

    private Principal allowed() {
        return operation.path().endsWith("/acceptance") ? Fresh.stranger("invited") : able(example.home());
    }

    /** Somebody who may do this there. */
    private Principal able(@Nullable String tenant) {
        if (tenant == null || example.home() == null) {
            return fixture.operator();
        }
        var role = Rights.roles().stream()
                .filter(candidate -> !isNoMemberOf(tenant, candidate) && mayDo(candidate))
                .sorted()
                .findFirst()
                .orElse(ANY_ROLE);
        return fixture.member(tenant, role);
    }

    private boolean mayDo(String role) {
        return operation.permission() != null && Rights.of(role).contains(operation.permission());
    }

    private static boolean isNoMemberOf(String tenant, String role) {
        return role.equals("citizen")
                || role.equals("platform-operator")
                || (role.startsWith("province-") && !tenant.equals(PROVINCE) && !tenant.equals(Fixture.OTHER_PROVINCE));
    }

    private boolean isStream() {
        return operation.path().equals("/api/v1/events");
    }

    private Place place() {
        return fixture.place(A);
    }

    private Caller caller(Principal principal, @Nullable String tenant) {
        var caller = fixture.probe().as(principal);
        return tenant == null ? caller : caller.at(tenant);
    }

    private Answer send(Caller caller) {
        return example.plain().apply(place()).by(caller);
    }

    /** Through the gateway, and past it. */
    private List<Answer> both(Caller caller) {
        return List.of(send(caller), send(caller.direct()));
    }

    private void expect(String who, Answer answer, int status, String problem) {
        expect(who, List.of(answer), status, problem);
    }

    private void expect(String who, List<Answer> answers, int status, String problem) {
        for (var answer : answers) {
            tried++;
            if (answer.status() != status
                    || (!problem.isEmpty() && !answer.problem().equals(problem))) {
                wrong.add("%s: %d %s".formatted(who, answer.status(), answer.problem()));
            }
        }
    }

    private String expired(Principal principal) {
        return token(principal, -600);
    }

    private String endsSoon(Principal principal) {
        return token(principal, 2);
    }

    private String token(Principal principal, long seconds) {
        return fixture.stack()
                .tokens()
                .token(
                        principal.subject(),
                        Map.of("client_id", "tenant-admin", "exp", Instant.now().getEpochSecond() + seconds));
    }

    /** With the last character of its signature but one changed. */
    private String forged(Principal principal) {
        var token = fixture.probe().token(principal);
        var at = token.length() - 2;
        return token.substring(0, at) + (token.charAt(at) == 'A' ? 'B' : 'A') + token.substring(at + 1);
    }
}
