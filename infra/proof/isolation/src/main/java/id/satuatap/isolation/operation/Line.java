package id.satuatap.isolation.operation;

import static id.satuatap.isolation.Fixture.A;
import static id.satuatap.isolation.Fixture.ARCHIVED;
import static id.satuatap.isolation.Fixture.B;
import static id.satuatap.isolation.Fixture.OTHER_PROVINCE;
import static id.satuatap.isolation.Fixture.PROVINCE;
import static id.satuatap.isolation.Fixture.SUSPENDED;

import id.satuatap.isolation.Caller;
import id.satuatap.isolation.Fixture;
import id.satuatap.isolation.Principal;
import id.satuatap.isolation.Rights;
import id.satuatap.isolation.Seen;
import id.satuatap.stack.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One operation of the matrix, with everybody who tries it. */
final class Line {

    /** What a tenant tells everybody of itself, beside that it is there. */
    private static final String CONTENTS = ".*/(offices|announcements|calendar)(/.*)?";

    private final Fixture fixture;
    private final Operation operation;
    private final Sound sound;
    private final @Nullable String home;
    private final boolean isProvincial;
    private final List<String> wrong = new ArrayList<>();
    private int tried;

    Line(Fixture fixture, Operation operation) {
        this.fixture = fixture;
        this.operation = operation;
        this.sound = new Sound(fixture, operation);
        this.home = operation.home();
        this.isProvincial = PROVINCE.equals(home);
    }

    /** The right caller succeeds, through the gateway and past it. */
    Seen allowed() {
        for (var isDirect : List.of(false, true)) {
            var able = sound.able();
            var caller = operation.isStream() ? able.token(token(able.principal(), "+2")) : able;
            var way = new Caller(caller.client(), caller.principal(), home, isDirect, caller.token(), List.of());
            var answer = way.send(sound.fresh(able.principal()));
            if (!answer.isOk()) {
                return Seen.of(false, answer.status() + " " + answer.text());
            }
        }
        return Seen.of(true, "");
    }

    Seen others() {
        roles();
        tokens();
        tenants();
        if (!operation.isOpen() && !operation.needsOnlySignIn()) {
            strangers();
        }
        return Seen.of(
                wrong.isEmpty(), wrong.isEmpty() ? tried + " callers refused or let in as they should be" : wrong);
    }

    /** Each role at home: refused, or let in if it only reads. */
    private void roles() {
        if (home == null) {
            return;
        }
        for (var role : Rights.roles()) {
            if (!Rights.isOfMembers(role) || (Rights.isOfProvince(role) && !isProvincial)) {
                continue;
            }
            var caller = fixture.as(home, role);
            if (operation.isOpen()
                    || operation.needsOnlySignIn()
                    || Rights.of(role).containsKey(operation.permission() + "")) {
                if (!operation.changes() && !operation.isStream()) {
                    expect("role " + role, List.of(send(caller)), 200, "");
                }
            } else {
                expect("role " + role, List.of(send(caller)), 403, "access.denied");
                if (fixture.hasAccount(home, role)) {
                    expect(
                            "machine " + role,
                            List.of(send(fixture.as(fixture.machine(home, role), home))),
                            403,
                            "access.denied");
                }
            }
        }
    }

    private void tokens() {
        var able = sound.able();
        expect("expired token", both(able.token(token(able.principal(), "-600"))), 401, "access.token");
        expect("forged token", both(able.token(forged(able.token()))), 401, "access.token");
        if (!operation.isOpen()) {
            expect("no token", both(at(Principal.NOBODY, home)), 401, "access.sign-in");
        }
    }

    private void tenants() {
        if (home != null) {
            var able = sound.able();
            expect("archived tenant", both(able.at(ARCHIVED)), 404, "tenant.unknown");
            var there = isProvincial || operation.needsOnlySignIn()
                    ? at(fixture.citizen(), SUSPENDED)
                    : at(fixture.able(SUSPENDED, operation.permission() + "").principal(), SUSPENDED);
            var request = sound.plain(SUSPENDED);
            var tellsIt = operation.path().startsWith("/api/v1/tenants")
                    && !operation.path().matches(CONTENTS);
            expect("suspended, by the gateway", List.of(there.send(request)), 403, "tenant.suspended");
            expect(
                    "suspended",
                    List.of(there.direct().send(request)),
                    tellsIt ? 200 : 403,
                    tellsIt ? "" : "tenant.suspended");
        }
        if (home != null || operation.isOpen() || operation.needsOnlySignIn()) {
            var machine = fixture.machine(elsewhere(), isProvincial ? "province-overseer" : "internal-assessor");
            expect("machine of another", both(at(machine, home)), 403, "access.not-a-member");
        }
    }

    private void strangers() {
        var able = home == null
                ? fixture.member(B, "tenant-admin")
                : fixture.able(elsewhere(), operation.permission() + "").principal();
        var above = isProvincial ? fixture.member(A, "coordinator") : fixture.member(PROVINCE, "province-overseer");
        expect("citizen", both(at(fixture.citizen(), home)), 403, "access.not-a-member");
        expect("other tenant", both(at(able, home)), 403, "access.not-a-member");
        expect("province", both(at(above, home)), 403, "access.not-a-member");
        if (home == null) {
            expect("at a tenant's host", both(at(fixture.operator(), A)), 403, "access.not-a-member");
        } else {
            expect("operator", both(at(fixture.operator(), home)), 403, "access.not-a-member");
            expect("bare host", both(sound.able().at(null)), 403, "access.not-a-member");
        }
    }

    private String elsewhere() {
        return isProvincial ? OTHER_PROVINCE : B;
    }

    private Caller at(Principal principal, @Nullable String tenant) {
        return fixture.client().as(principal).at(tenant);
    }

    private Answer send(Caller caller) {
        return caller.send(sound.plain(A));
    }

    /** Through the gateway, and past it. */
    private List<Answer> both(Caller caller) {
        var through =
                new Caller(caller.client(), caller.principal(), caller.tenant(), false, caller.token(), List.of());
        return List.of(send(through), send(caller.direct()));
    }

    private void expect(String who, List<Answer> answers, int status, String problem) {
        for (var answer : answers) {
            tried++;
            if (answer.status() != status
                    || (!problem.isEmpty() && !answer.problem().equals(problem))) {
                wrong.add("%s: %s".formatted(who, answer.brief()));
            }
        }
    }

    private String token(Principal principal, String expires) {
        return fixture.client().token(principal, Map.of("exp", expires));
    }

    /** With the last character of its signature but one changed. */
    private static String forged(String token) {
        var at = token.length() - 2;
        return token.substring(0, at) + (token.charAt(at) == 'A' ? 'B' : 'A') + token.substring(at + 1);
    }

    static String home(Operation operation) {
        return Objects.requireNonNullElse(operation.home(), A);
    }
}
