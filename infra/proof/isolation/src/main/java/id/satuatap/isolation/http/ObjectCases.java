package id.satuatap.isolation.http;

import static id.satuatap.isolation.Fixture.A;
import static id.satuatap.isolation.Fixture.ARCHIVED;
import static id.satuatap.isolation.Fixture.B;
import static id.satuatap.isolation.Fixture.C;
import static id.satuatap.isolation.Fixture.PROVINCE;

import id.satuatap.isolation.Caller;
import id.satuatap.isolation.Canary;
import id.satuatap.isolation.CaseFile;
import id.satuatap.isolation.Cases;
import id.satuatap.isolation.Fixture;
import id.satuatap.isolation.Seen;
import id.satuatap.isolation.subject.Subject;
import id.satuatap.stack.Answer;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** Groups B, F, M and N: what the loops over the operations do not know, most of it in files; and what one tenant could sense of another. */
public final class ObjectCases {

    private static final String ASSESSMENT = "/api/v1/spbe/assessments/{assessment}";
    private static final String INDICATOR = "/api/v1/spbe/assessments/{assessment}/indicators/{no}";
    private static final String INVITATIONS = "/api/v1/invitations";
    private static final String ROOM = "/api/v1/spbe/control-room?year=2025";
    private static final Map<String, String> PATHS = Map.of(
            "assessment",
            ASSESSMENT,
            "indicator",
            INDICATOR,
            "document",
            "/api/v1/documents/{document}/content",
            "sharing",
            ASSESSMENT + "/sharing",
            "evidence",
            INDICATOR + "/evidence/{evidence}");

    private final Cases cases;
    private final Fixture fixture;
    private final Caller assessor;

    private ObjectCases(Cases cases) {
        this.cases = cases;
        this.fixture = cases.fixture();
        this.assessor = fixture.as(A, "internal-assessor");
    }

    public static void run(Cases cases) {
        var objects = new ObjectCases(cases);
        var file = words(cases);
        file.run("objects.cases");
        file.run("invitations.cases");
        objects.addresses();
        objects.versions();
        objects.counters();
        objects.flood();
    }

    /** What the files of cases call the things of A and of B. */
    public static CaseFile words(Cases cases) {
        var fixture = cases.fixture();
        var assessor = fixture.as(A, "internal-assessor");
        var subject = assessor.principal().subject();
        var file = new CaseFile(cases);
        Map.of("a.", A, "b.", B).forEach((name, slug) -> {
            PATHS.forEach((word, path) -> file.word(name + word, () -> fixture.path(slug, path)));
            file.word(
                    name + "file",
                    () -> fixture.thing(slug, "/api/v1/documents").get("document") + "");
            file.word(name + "tenant", () -> fixture.tenant(slug).toString());
        });
        return file.word(
                        "a.version",
                        () -> assessor.get(fixture.path(A, INDICATOR)).header("ETag"))
                .word(
                        "a.year",
                        () -> String.valueOf(fixture.renewed(A, ASSESSMENT).get("year")))
                .word("archived", () -> ARCHIVED)
                .word("pdf", () -> new String(Subject.pdf(UUID.randomUUID().toString()), StandardCharsets.US_ASCII))
                .word("assessor", () -> subject)
                .word("assessor.upper", () -> subject.toUpperCase(Locale.ROOT));
    }

    private void addresses() {
        cases.refused(
                "M14",
                "a sixth invitation of one mailbox within a day, in whatever spelling",
                422,
                () -> invite(address()),
                () -> {
                    var address = address();
                    for (var i = 0; i < 5; i++) {
                        Subject.must(invite(address));
                    }
                    return invite(address.replace("@", "+x@").toUpperCase(Locale.ROOT));
                });
        cases.trial("F11", "inviting an official of B into A answers like any other address", () -> {
            var known = invite(fixture.member(B, "coordinator").email());
            var unknown = invite(address());
            return Seen.of(known.status() == unknown.status() && names(known).equals(names(unknown)), known.brief());
        });
        cases.alike(
                "B06",
                "the id next to one of B, by its time",
                () -> assessor.get(fixture.path(A, ASSESSMENT)),
                () -> assessor.get(ASSESSMENT.replace(
                        "{assessment}", next(fixture.thing(B, ASSESSMENT).get("assessment") + ""))),
                () -> assessor.get(
                        ASSESSMENT.replace("{assessment}", UUID.randomUUID().toString())));
    }

    private static List<String> names(Answer answer) {
        return answer.headers().stream().map(Answer.Header::name).toList();
    }

    private static String next(String id) {
        var uuid = UUID.fromString(id);
        return new UUID(uuid.getMostSignificantBits(), uuid.getLeastSignificantBits() + 1).toString();
    }

    private void versions() {
        unchanged(
                "N11",
                "what B changed since it shared stays B's own",
                () -> fixture.as(PROVINCE, "province-overseer").get(ROOM).text());
        unchanged(
                "F07",
                "an answer saved in B leaves A's version and tag as they are",
                () -> assessor.get(fixture.path(A, INDICATOR)).header("ETag"));
    }

    private void unchanged(String id, String what, Callable<String> seen) {
        cases.trial(id, what, () -> {
            var before = seen.call();
            var caller = fixture.able(B, "assessment:answer");
            var path = fixture.path(B, INDICATOR);
            var fact = new Canary(B, "spbe.answer", System.nanoTime()).toString();
            var level = 1 + (int) (System.nanoTime() % 5);
            Subject.must(caller.with("If-Match", caller.get(path).header("ETag"))
                    .put(path, Map.of("level", level, "fact", fact, "analysis", "")));
            return Seen.of(seen.call().equals(before), "the same after a change of level");
        });
    }

    private void counters() {
        none(
                "positions in the record count each tenant's own entries only",
                "select count(*) from (select tenant_id from audit.entry group by tenant_id having max(position) <> count(*)) uneven");
        none(
                "no sequence counts for all tenants together",
                "select count(*) from pg_sequences where schemaname not in ('pg_catalog', 'public')");
        cases.trial("F06", "ids tell a time, not how many there are", () -> {
            var first = id(invite(address()));
            var apart = Math.abs(
                    first.getLeastSignificantBits() - id(invite(address())).getLeastSignificantBits());
            return Seen.of(first.version() == 7 && apart > 1_000_000, first.version());
        });
    }

    private void none(String what, String counting) {
        cases.trial("F06", what, () -> Seen.of(fixture.number(counting) == 0, fixture.number(counting)));
    }

    private static UUID id(Answer invitation) {
        return UUID.fromString(Subject.must(invitation).json().path("id").asString());
    }

    /** Buckets of the gateway are a tenant's own: one's flood must not be felt in another. */
    private void flood() {
        cases.trial("F15", "a flood of one is refused with 429 and costs another nothing", () -> {
            try (var pool = Executors.newFixedThreadPool(16)) {
                var refused = 0;
                for (var done : pool.invokeAll(Collections.<Callable<Integer>>nCopies(1500, () -> once(C)))) {
                    refused += done.get() == 429 ? 1 : 0;
                }
                var inB = once(B);
                return Seen.of(inB == 404, refused + " of 1500 refused, B: " + inB);
            }
        });
    }

    /** Without trying again. */
    private int once(String tenant) {
        var request = fixture.stack().request(tenant, "/api/v1/spbe/instruments/none");
        return fixture.stack().send(request).statusCode();
    }

    private Answer invite(String email) {
        var invitation = Map.of("email", email, "role", "walidata");
        return fixture.able(A, "member:manage").post(INVITATIONS, invitation);
    }

    /** One that nobody was invited by yet: there is a cap for each. */
    private static String address() {
        return UUID.randomUUID() + "@contoh.example";
    }
}
