package id.satuatap.isolation.edge;

import id.satuatap.stack.Report;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One row of the table: something forbidden, and its allowed twin. Without a twin that succeeds it shows nothing. */
final class Attack {

    static final String SECTION = "edge";
    private static final int LONGEST = 160;

    /** Something that is sent; whatever it throws makes the row red. */
    @FunctionalInterface
    interface Asking {
        Answer ask() throws Exception;
    }

    /** Says what is wrong with an answer, or nothing. */
    @FunctionalInterface
    interface Fault {
        @Nullable
        String in(Answer answer) throws Exception;
    }

    private final Report report;
    private final Leaks leaks;
    private final String id;
    private final String what;
    private @Nullable Asking twin;
    private Function<Answer, Boolean> success = answer -> answer.status() >= 200 && answer.status() < 300;

    Attack(Report report, Leaks leaks, String id, String what) {
        this.report = report;
        this.leaks = leaks;
        this.id = id;
        this.what = what;
    }

    /** What the same caller may do: answered with 2xx. */
    Attack twin(Asking allowed) {
        this.twin = allowed;
        return this;
    }

    Attack twin(Asking allowed, Function<Answer, Boolean> success) {
        this.success = success;
        return twin(allowed);
    }

    /** The attack must be answered with one of these, and with nothing that helps. */
    void refused(Asking attack, int... statuses) {
        holds(
                attack,
                answer -> IntStream.of(statuses).anyMatch(status -> status == answer.status())
                        ? null
                        : "answered %d, not %s".formatted(answer.status(), Arrays.toString(statuses)));
    }

    /** The attack must not have this fault; nor, whatever it is, tell anything. */
    void holds(Asking attack, Fault fault) {
        try {
            var failed = twinFails();
            if (failed != null) {
                report.add(SECTION, id, what, Report.Outcome.INVALID, failed);
                return;
            }
            var answer = attack.ask();
            var found = fault.in(answer);
            var leaked = leaks.in(answer);
            var problem = found != null ? found : leaked.orElse(null);
            report.check(problem == null, SECTION, id, what, problem == null ? seen(answer) : shortened(problem));
        } catch (Exception | AssertionError e) {
            report.failed(SECTION, id, what, String.valueOf(e));
        }
    }

    private @Nullable String twinFails() throws Exception {
        if (twin == null) {
            return null;
        }
        try {
            var answer = twin.ask();
            return success.apply(answer) ? null : "its twin was answered with " + answer.status();
        } catch (IOException e) {
            return "its twin: " + e;
        }
    }

    /** A report may hold no whole token. */
    private static String shortened(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }

    private static String seen(Answer answer) {
        return switch (answer.status()) {
            case Answer.CUT -> "cut";
            case Answer.SILENT -> "silence";
            default -> Integer.toString(answer.status());
        };
    }
}
