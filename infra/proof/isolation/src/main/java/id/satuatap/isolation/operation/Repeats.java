package id.satuatap.isolation.operation;

import static id.satuatap.isolation.Fixture.A;

import id.satuatap.isolation.Caller;
import id.satuatap.isolation.Cases;
import id.satuatap.isolation.Check;
import id.satuatap.isolation.Rights;
import id.satuatap.isolation.Seen;
import id.satuatap.isolation.subject.Subject;
import id.satuatap.stack.Answer;
import id.satuatap.stack.Request;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** The same thing sent twice, by two, or fifty times at once: versions and keys of every operation that takes them. */
public final class Repeats extends Loop {

    private static final int AT_ONCE = 50;
    private static final String KEY = "Idempotency-Key";
    private static final List<String> ODD_KEYS = List.of("x".repeat(101), "with space", "");
    private static final List<String> ODD_VERSIONS =
            List.of("1", "W/\"1\"", "\"-1\"", "\"x\"", "\"99999999999999999999\"");

    private Repeats(Cases cases, Operation operation) {
        super(cases, operation);
    }

    public static void run(Cases cases) {
        over(cases, Operation::changes, Repeats::new);
    }

    @Override
    void run() {
        if (operation.takes("If-Match")) {
            versions();
        } else if (operation.method().equals("DELETE") || operation.path().contains("{code}")) {
            cases.trial("once", operation.key() + ", %d at once: one does".formatted(AT_ONCE), this::oneWins);
        }
        if (operation.takes(KEY)) {
            keys();
        }
    }

    private void versions() {
        check("missing", " without If-Match", () -> versioned(""), Check.status(428));
        check("stale", " with a version that is none", () -> versioned("\"999\""), Check.status(412));
        check("older", " with the version of before", this::older, Check.status(412, 409, 404));
        for (var version : ODD_VERSIONS) {
            check("odd version", " If-Match: " + version, () -> versioned(version), Check.status(400, 412));
        }
        trial("one version", ", %d on one version: one does".formatted(AT_ONCE), this::oneWins);
    }

    /** Sent again as it was, after it has succeeded. */
    private Answer older() {
        var request = sound.fresh(able.principal());
        Subject.must(able.send(request));
        return able.send(request);
    }

    /** On something new, since a sound one may end what it is about. */
    private Answer versioned(String version) {
        var request = sound.withoutVersion(sound.thing(able.principal()), able.principal());
        return able.send(version.isEmpty() ? request : request.with("If-Match", version));
    }

    private long told() {
        return fixture.number("select count(*) from outbox.event where tenant_id = ?", fixture.tenant(A));
    }

    /** Taking away what is no longer there may be said to be done: told to others it is once at most. */
    private Seen oneWins() throws Exception {
        var request = sound.fresh(able.principal());
        var before = told();
        var answers = together(able, request);
        var isQuiet = operation.method().equals("DELETE") && told() - before <= 1;
        var won = answers.stream().filter(Answer::isOk).count();
        var others = answers.stream()
                .map(Answer::status)
                .filter(status -> status >= 300)
                .distinct()
                .toList();
        var areRefused = List.of(404, 409, 412).containsAll(others);
        return Seen.of((won == 1 || isQuiet) && areRefused, "%d won, others %s".formatted(won, others));
    }

    private void keys() {
        trial("one key", ", one key %d times at once: one effect".formatted(AT_ONCE), this::oneEffect);
        if (operation.takesJson() || operation.takesFile()) {
            trial("key again", ", one key for something else", this::again);
            trial("key elsewhere", ", another person's key gives nothing of that person's", this::anothers);
        }
        for (var key : ODD_KEYS) {
            var what = ", a key of %d characters".formatted(key.length());
            check("odd key", what, () -> keyed(able, key).send(sound.fresh(able.principal())), Check.status(400));
        }
    }

    private Seen oneEffect() throws Exception {
        var answers = together(keyed(able, UUID.randomUUID().toString()), sound.fresh(able.principal()));
        var different = answers.stream()
                .map(answer -> answer.status() + answer.text())
                .distinct()
                .count();
        var first = answers.getFirst();
        return Seen.of(different == 1 && first.isOk(), different + " different answers: " + first.brief());
    }

    private Seen again() {
        var caller = keyed(able, UUID.randomUUID().toString());
        Subject.must(caller.send(sound.fresh(able.principal())));
        return Seen.status(caller.send(sound.fresh(able.principal())), 422);
    }

    private Seen anothers() {
        var key = UUID.randomUUID().toString();
        var request = sound.fresh(able.principal());
        var first = Subject.must(keyed(able, key).send(request));
        var second = keyed(another(), key).send(request);
        var isOwn = !second.text().equals(first.text()) && second.status() < 500;
        return Seen.of(isOwn, first.brief() + ", then " + second.brief());
    }

    /** Another person or machine with the same right. */
    private Caller another() {
        var home = Objects.requireNonNull(operation.home());
        var roles = Rights.holders(operation.permission() + "").stream()
                .filter(role -> Rights.isOfMembers(role) && !Rights.isOfProvince(role))
                .toList();
        return roles.size() > 1
                ? fixture.as(home, roles.getLast())
                : fixture.as(fixture.machine(home, roles.getFirst()), home);
    }

    private static Caller keyed(Caller caller, String key) {
        return caller.with(KEY, key);
    }

    private static List<Answer> together(Caller caller, Request request) throws Exception {
        Callable<Answer> work = () -> caller.send(request);
        try (var pool = Executors.newFixedThreadPool(AT_ONCE)) {
            var answers = new ArrayList<Answer>();
            for (var done : pool.invokeAll(Collections.nCopies(AT_ONCE, work))) {
                answers.add(done.get());
            }
            return answers;
        }
    }
}
