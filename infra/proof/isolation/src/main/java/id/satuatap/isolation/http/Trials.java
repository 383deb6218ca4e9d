package id.satuatap.isolation.http;

import id.satuatap.isolation.Answer;
import id.satuatap.isolation.Fixture;
import id.satuatap.stack.Report.Outcome;
import id.satuatap.stack.Suite;
import java.util.concurrent.Callable;

/** One group of the catalogue: each attack with its allowed twin, so that a refusal of everything is not taken for safety. */
final class Trials {

    /** How a request, or several, ended. */
    record Seen(boolean holds, String figure) {

        static Seen of(boolean holds, Object figure) {
            return new Seen(holds, String.valueOf(figure));
        }
    }

    private final Suite.Run run;
    private final Fixture fixture;
    private final String section;

    Trials(Suite.Run run, Fixture fixture, String section) {
        this.run = run;
        this.fixture = fixture;
        this.section = section;
    }

    Fixture fixture() {
        return fixture;
    }

    boolean isShort() {
        return run.isShort();
    }

    /** Tries the allowed twin, then the attack; without the first the second shows nothing. */
    void trial(String id, String what, Callable<Seen> allowed, Callable<Seen> attack) {
        try {
            var control = allowed.call();
            if (!control.holds) {
                run.report().add(section, id, what, Outcome.INVALID, "the allowed twin: " + control.figure);
                return;
            }
            var seen = attack.call();
            run.report().check(seen.holds, section, id, what, seen.figure);
        } catch (Exception e) {
            run.report().failed(section, id, what, String.valueOf(e));
        }
    }

    /** An attack that is refused with this status, beside the same by one who may. */
    void refused(String id, String what, int status, Callable<Answer> allowed, Callable<Answer> attack) {
        trial(id, what, () -> ok(allowed.call()), () -> status(attack.call(), status));
    }

    /** What is told apart from nothing: foreign and random answer alike, while one's own is found. */
    void alike(String id, String what, Callable<Answer> own, Callable<Answer> foreign, Callable<Answer> random) {
        trial(id, what, () -> ok(own.call()), () -> {
            var one = foreign.call();
            var other = random.call();
            return Seen.of(
                    one.status() == 404 && one.alike().equals(other.alike()),
                    one.alike().equals(other.alike()) ? one.status() : one.alike() + " / " + other.alike());
        });
    }

    void notYet(String id, String what, String why) {
        run.report().notYet(section, id, what, why);
    }

    static Seen ok(Answer answer) {
        return Seen.of(answer.isOk(), brief(answer));
    }

    static Seen status(Answer answer, int status) {
        return Seen.of(answer.status() == status, brief(answer));
    }

    private static String brief(Answer answer) {
        return (answer.status() + " " + answer.problem()).strip();
    }
}
