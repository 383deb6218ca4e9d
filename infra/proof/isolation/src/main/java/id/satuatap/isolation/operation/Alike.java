package id.satuatap.isolation.operation;

import static id.satuatap.isolation.Fixture.A;
import static id.satuatap.isolation.Fixture.ARCHIVED;
import static id.satuatap.isolation.Fixture.B;
import static id.satuatap.isolation.Fixture.C;

import id.satuatap.isolation.Caller;
import id.satuatap.isolation.Cases;
import id.satuatap.isolation.Seen;
import id.satuatap.isolation.subject.Subject;
import id.satuatap.stack.Answer;
import id.satuatap.stack.Request;
import id.satuatap.stack.Wire;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.commons.math3.stat.inference.MannWhitneyUTest;

/** The id of another tenant's thing, of a deleted one, and of none: nobody can tell them apart, not by a byte and not by time. Nor does a child answer below a wrong parent. */
public final class Alike extends Loop {

    private static final int SAMPLES = 500;
    private static final double NOTICEABLE = 2_000_000; // nanoseconds
    private static final double UNLIKELY = 0.001;
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private Alike(Cases cases, Operation operation) {
        super(cases, operation);
    }

    public static void run(Cases cases) {
        over(cases, Alike::isConcerned, Alike::new);
    }

    private static boolean isConcerned(Operation operation) {
        return operation.path().contains("{") && !operation.isOpen() && operation.home() != null;
    }

    @Override
    void run() {
        trial("ids", " at core", () -> toldApart(able));
        trial("ids", " at the gateway", () -> toldApart(gateway()));
        if (operation.names().size() > 1) {
            trial("parent", " below a wrong parent", this::below);
        }
        if (operation.takes("If-Match")) {
            trial("version", " with a stale version of another's", this::stale);
        }
        if (!cases.isShort() && !operation.changes()) {
            trial("time", ": another's id takes as long as none", this::time);
        }
    }

    private Seen toldApart(Caller caller) {
        var none = caller.send(sound.about(random(), A));
        var different = new ArrayList<String>();
        for (var slug : List.of(B, C, ARCHIVED)) {
            if (!caller.send(sound.plain(slug)).alike().equals(none.alike())) {
                different.add(slug);
            }
        }
        for (var gone : removed()) {
            var never = new HashMap<>(gone);
            never.put(operation.names().getLast(), UUID.randomUUID().toString());
            if (!caller.send(sound.about(gone, A))
                    .alike()
                    .equals(caller.send(sound.about(never, A)).alike())) {
                different.add("removed");
            }
        }
        return Seen.of(none.status() == 404 && different.isEmpty(), none.brief() + ", told apart: " + different);
    }

    /** What is no more of what this operation is about, if there is an operation that removes what its path ends with. */
    private List<Map<String, String>> removed() {
        return operation.description().operations().stream()
                .filter(other -> other.method().equals("DELETE") && other.path().equals(operation.path()))
                .filter(other -> other.path().endsWith("}"))
                .map(other -> {
                    var removing = new Sound(fixture, other);
                    var by = removing.able();
                    var thing = removing.thing(by.principal());
                    Subject.must(by.send(removing.fresh(thing, by.principal())));
                    return thing;
                })
                .toList();
    }

    /** A thing of one's own, addressed below another's parent, and below another parent of one's own. */
    private Seen below() {
        var own = sound.thing(able.principal());
        var found = new ArrayList<String>();
        for (var name : operation.names().subList(0, operation.names().size() - 1)) {
            var wrong = new HashMap<>(own);
            var value = own.getOrDefault(name, "");
            wrong.put(
                    name,
                    value.matches("\\d+")
                            ? String.valueOf(Integer.parseInt(value) + 1)
                            : fixture.thing(B, operation.path()).getOrDefault(name, ""));
            var answer = able.send(sound.about(wrong, A));
            if (answer.status() != 404) {
                found.add(name + " " + answer.brief());
            }
        }
        return Seen.of(found.isEmpty(), found);
    }

    private Seen stale() {
        var foreign = stale(fixture.thing(B, operation.path()));
        return Seen.of(
                foreign.status() == 404
                        && foreign.alike().equals(stale(random()).alike()),
                foreign.brief());
    }

    private Answer stale(Map<String, String> thing) {
        var request = sound.about(thing, A);
        var lines = request.lines().stream()
                .map(line -> line.startsWith("If-Match") ? "If-Match: \"999\"" : line)
                .toList();
        return able.send(new Request(request.method(), request.path(), lines, request.body()));
    }

    /** In turn, so that what else the machine does is felt by both. */
    private Seen time() throws IOException {
        var foreign = able.bytes(sound.plain(B));
        var random = able.bytes(sound.about(random(), A));
        var one = new double[SAMPLES];
        var other = new double[SAMPLES];
        try (var wire = Wire.to(able.port(), PATIENCE)) {
            for (var i = -50; i < SAMPLES; i++) {
                var first = timed(wire, foreign);
                var second = timed(wire, random);
                if (i >= 0) {
                    one[i] = first;
                    other[i] = second;
                }
            }
        }
        var p = new MannWhitneyUTest().mannWhitneyUTest(one, other);
        var difference = median(one) - median(other);
        return Seen.of(
                Math.abs(difference) <= NOTICEABLE || p >= UNLIKELY,
                "medians differ by %.3f ms, p = %.4f".formatted(difference / 1e6, p));
    }

    private static double timed(Wire wire, byte[] request) throws IOException {
        var since = System.nanoTime();
        wire.write(request).read();
        return System.nanoTime() - since;
    }

    private static double median(double[] times) {
        var sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private Map<String, String> random() {
        var random = new HashMap<String, String>();
        fixture.thing(A, operation.path())
                .forEach((name, value) -> random.put(
                        name,
                        value.matches("\\d+")
                                ? value
                                : value.matches("[0-9a-f-]{36}")
                                        ? UUID.randomUUID().toString()
                                        : "no-such-thing"));
        return random;
    }
}
