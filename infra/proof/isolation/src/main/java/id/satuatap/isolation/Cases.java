package id.satuatap.isolation;

import id.satuatap.stack.Answer;
import id.satuatap.stack.Report;
import id.satuatap.stack.Report.Outcome;
import id.satuatap.stack.Suite;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** The cases of one section: each attack with its allowed twin, so that a refusal of everything is not taken for safety. */
public final class Cases {

    /** A part of the suite that can be asked for a few of its cases only, as of a core with a fault. */
    @FunctionalInterface
    public interface Section {
        void run(Cases cases) throws Exception;
    }

    private static final int LONGEST = 200;

    private final Fixture fixture;
    private final Report report;
    private final String section;
    private final boolean isShort;
    private final Set<String> only;

    private Cases(Fixture fixture, Report report, String section, boolean isShort, Set<String> only) {
        this.fixture = fixture;
        this.report = report;
        this.section = section;
        this.isShort = isShort;
        this.only = only;
    }

    static Cases of(Suite.Run run, String section) throws SQLException {
        return new Cases(Fixture.of(run), run.report(), section, run.isShort(), Set.of());
    }

    /** Of these cases only, by their ids or by what they are about; with another report. */
    public static Cases some(Fixture fixture, Report report, String section, Set<String> only) {
        return new Cases(fixture, report, section, true, only);
    }

    public Fixture fixture() {
        return fixture;
    }

    public Report report() {
        return report;
    }

    public String section() {
        return section;
    }

    /** For what nobody needs to read. */
    public PrintStream out() {
        return new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    }

    public boolean isShort() {
        return isShort;
    }

    public boolean isWanted(String id, String what) {
        return only.isEmpty() || only.contains(id) || only.contains(what);
    }

    /** Tries the allowed twin, then the attack; without the first the second shows nothing. */
    public void trial(String id, String what, Callable<Seen> allowed, Callable<Seen> attack) {
        if (!isWanted(id, what)) {
            return;
        }
        try {
            var control = allowed.call();
            if (!control.holds()) {
                add(id, what, Outcome.INVALID, "the allowed twin: " + control.figure());
                return;
            }
            var seen = attack.call();
            add(id, what, seen.holds() ? Outcome.PASSED : Outcome.FAILED, seen.figure());
        } catch (Exception | AssertionError e) {
            add(id, what, Outcome.FAILED, String.valueOf(e));
        }
    }

    /** Something that has no twin. */
    public void trial(String id, String what, Callable<Seen> attack) {
        trial(id, what, () -> Seen.of(true, ""), attack);
    }

    /** The answer to an attack has no fault, and tells nothing of another tenant or of our insides, whatever it is. */
    public void check(String id, String what, Callable<Answer> allowed, Callable<Answer> attack, Check check) {
        trial(id, what, () -> Seen.ok(allowed.call()), () -> seen(attack.call(), check));
    }

    public void check(String id, String what, Callable<Answer> attack, Check check) {
        trial(id, what, () -> seen(attack.call(), check));
    }

    /** An attack that is refused with this status, beside the same by one who may. */
    public void refused(String id, String what, int status, Callable<Answer> allowed, Callable<Answer> attack) {
        check(id, what, allowed, attack, Check.status(status));
    }

    /** What is told apart from nothing: foreign and random answer alike, while one's own is found. */
    public void alike(String id, String what, Callable<Answer> own, Callable<Answer> foreign, Callable<Answer> random) {
        check(id, what, own, foreign, answer -> {
            var other = random.call();
            return answer.status() == 404 && answer.alike().equals(other.alike())
                    ? null
                    : answer.alike() + " / " + other.alike();
        });
    }

    public void add(String id, String what, Outcome outcome, String figure) {
        if (isWanted(id, what)) {
            report.add(
                    section,
                    id,
                    what,
                    outcome,
                    figure.length() > LONGEST ? figure.substring(0, LONGEST) + "…" : figure);
        }
    }

    public void add(String id, String what, boolean holds, String figure) {
        add(id, what, holds ? Outcome.PASSED : Outcome.FAILED, figure);
    }

    Seen seen(Answer answer, Check check) throws Exception {
        @Nullable String fault = check.fault(answer);
        var told = fault != null ? fault : fixture.leaks().fault(answer);
        return told == null ? Seen.of(true, answer.brief()) : Seen.of(false, told);
    }
}
