package id.satuatap.faults;

import id.satuatap.faults.Reply.Outcome;
import id.satuatap.stack.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/** Writes one thing after the other. */
public abstract class Writer {

    /** All keys begin so; what follows tells one run from another on the same stack. */
    private static final String PREFIX = "uji-" + Long.toString(System.currentTimeMillis(), Character.MAX_RADIX) + "-";

    private static final AtomicLong NUMBERS = new AtomicLong();
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int MOST_ATTEMPTS = 100;

    /** One write before it is sent. */
    record Wish(String key, String place, String sha256) {}

    private final Write.Kind kind;
    final Caller caller;

    Writer(Write.Kind kind, Caller caller) {
        this.kind = kind;
        this.caller = caller;
    }

    abstract Wish next(String key);

    abstract Reply send(Wish wish);

    /** Whether a refusal of what was sent before tells that the first sending had its effect. */
    boolean showsEffect(Wish wish, Reply refusal) {
        return false;
    }

    /** What the answer, or its lack, means for the next wish. */
    void after(Outcome outcome) {}

    /** One write, sent once. */
    public final Reply write() {
        return write(() -> false);
    }

    /** What ended unknown is sent again with the same key until it is known, every second time; else it stays unknown. */
    final void run(BooleanSupplier goesOn) {
        for (var insists = true; goesOn.getAsBoolean(); insists = !insists) {
            if (write(insists ? goesOn : () -> false).outcome() != Outcome.OK) {
                Waiting.pass(PAUSE);
            }
        }
    }

    private Reply write(BooleanSupplier insists) {
        var wish = next(PREFIX + NUMBERS.incrementAndGet());
        var reply = send(wish);
        for (var i = 1; reply.outcome() == Outcome.UNKNOWN && i < MOST_ATTEMPTS && insists.getAsBoolean(); i++) {
            Waiting.pass(PAUSE);
            reply = again(wish);
        }
        var outcome = reply.outcome();
        caller.recorder()
                .note(new Write(kind, caller.tenant(), wish.key, wish.place, wish.sha256, outcome, Instant.now()));
        after(outcome);
        return reply;
    }

    /** After something unknown, only a good answer makes it known. */
    private Reply again(Wish wish) {
        var reply = send(wish);
        var isKnown = reply.outcome() == Outcome.OK || showsEffect(wish, reply);
        return reply.with(isKnown ? Outcome.OK : Outcome.UNKNOWN);
    }
}
