package id.satuatap.isolation.http;

import static id.satuatap.isolation.Fixture.A;
import static id.satuatap.isolation.Fixture.B;
import static id.satuatap.isolation.Fixture.C;
import static id.satuatap.isolation.Fixture.DELETED;

import id.satuatap.isolation.Caller;
import id.satuatap.isolation.Fixture;
import id.satuatap.isolation.Place;
import id.satuatap.isolation.Principal;
import id.satuatap.isolation.Rights;
import id.satuatap.stack.Part;
import id.satuatap.stack.Report.Outcome;
import id.satuatap.stack.Suite;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The id of another tenant's thing, of a deleted one, and of none: nobody can tell them apart, not by a byte and not by time. */
public final class Alike {

    private static final String SECTION = "alike";
    private static final int SAMPLES = 500;
    private static final double NOTICEABLE = 2_000_000; // nanoseconds
    private static final double UNLIKELY = 0.001;

    private final Suite.Run run;
    private final Fixture fixture;
    private final List<UUID> dead = new ArrayList<>();

    private Alike(Suite.Run run, Fixture fixture) {
        this.run = run;
        this.fixture = fixture;
    }

    public static void run(Suite.Run run) throws Exception {
        var alike = new Alike(run, Fixture.of(run));
        alike.remove();
        for (var operation : Operation.of(alike.fixture.stack())) {
            var example = Examples.ALL.get(operation.key());
            if (operation.hasId() && example != null && !operation.isOpen()) {
                alike.compare(operation, example);
            }
        }
    }

    /** Evidence and a membership of A that are no more. */
    private void remove() {
        var own = fixture.place(A);
        var removed = Fresh.evidence(fixture, own);
        Fresh.must(Fresh.as(fixture, A, "data-entry").delete(own.indicatorPath() + "/evidence/" + removed));
        dead.add(removed);
    }

    private void compare(Operation operation, Example example) throws IOException {
        var role = role(operation);
        var who = fixture.member(A, role);
        var both = List.of(
                fixture.probe().as(who).at(A), fixture.probe().as(who).at(A).direct());
        for (var caller : both) {
            var none = answer(example, caller, place(UUID.randomUUID()));
            var different = new ArrayList<String>();
            for (var slug : List.of(B, C, DELETED)) {
                if (!answer(example, caller, fixture.place(slug)).equals(none)) {
                    different.add(slug);
                }
            }
            for (var id : dead) {
                if (operation.path().endsWith("/evidence/{id}")
                        && !answer(example, caller, place(id)).equals(none)) {
                    different.add("removed");
                }
            }
            run.report()
                    .add(
                            SECTION,
                            "",
                            operation.key() + (caller.isDirect() ? " at core" : " at the gateway"),
                            !different.isEmpty()
                                    ? Outcome.FAILED
                                    : none.startsWith("404") ? Outcome.PASSED : Outcome.INVALID,
                            different.isEmpty() ? "404, the same bytes and headers" : "told apart: " + different);
        }
        if (!run.isShort() && !operation.changes()) {
            time(operation, example, who);
        }
    }

    private static String answer(Example example, Caller caller, Place place) {
        return example.plain().apply(place).by(caller).alike();
    }

    private Place place(UUID id) {
        var own = fixture.place(A);
        return new Place(A, own.tenant(), id, own.indicator(), id, id, id, "x");
    }

    private static String role(Operation operation) {
        return Rights.roles().stream()
                .filter(role -> !role.startsWith("province-")
                        && Rights.of(role).contains(java.util.Objects.requireNonNull(operation.permission())))
                .sorted()
                .findFirst()
                .orElseThrow();
    }

    /** In turn, so that what else the machine does is felt by both. */
    private void time(Operation operation, Example example, Principal who) throws IOException {
        var foreign = Shot.atCore(fixture, who, A, example.plain().apply(fixture.place(B)), 404);
        var random = Shot.atCore(fixture, who, A, example.plain().apply(place(UUID.randomUUID())), 404);
        var one = new long[SAMPLES];
        var other = new long[SAMPLES];
        try (var wire = new Wire(fixture.stack().port(Part.PLATFORM_CORE))) {
            for (var i = -50; i < SAMPLES; i++) {
                var first = timed(wire, foreign);
                var second = timed(wire, random);
                if (i >= 0) {
                    one[i] = first;
                    other[i] = second;
                }
            }
        }
        var test = MannWhitney.of(one, other);
        run.report()
                .check(
                        Math.abs(test.medianDifference()) <= NOTICEABLE || test.p() >= UNLIKELY,
                        SECTION,
                        "time",
                        operation.key() + ": another's id takes as long as none",
                        "medians differ by %.3f ms, p = %.4f".formatted(test.medianDifference() / 1e6, test.p()));
    }

    private static long timed(Wire wire, Shot shot) throws IOException {
        var since = System.nanoTime();
        wire.send(shot.bytes());
        return System.nanoTime() - since;
    }
}
