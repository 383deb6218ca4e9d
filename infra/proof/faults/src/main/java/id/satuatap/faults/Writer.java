package id.satuatap.faults;

import id.satuatap.faults.Write.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/**
 * Writes one thing after the other. What ended unknown is sent again with the same key until it is known, every second
 * time; else it stays unknown.
 */
abstract class Writer {

    /** All keys begin so; what follows tells one run from another on the same stack. */
    static final String PREFIX = "uji-" + Long.toString(System.currentTimeMillis(), Character.MAX_RADIX) + "-";

    private static final AtomicLong NUMBERS = new AtomicLong();
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int MOST_ATTEMPTS = 100;

    /** One write before it is sent. */
    record Wish(String key, String place, String sha256) {}

    private final Kind kind;
    private final Recorder recorder;
    final Caller caller;

    Writer(Kind kind, Caller caller, Recorder recorder) {
        this.kind = kind;
        this.caller = caller;
        this.recorder = recorder;
    }

    abstract Wish next(String key);

    abstract Reply send(Wish wish);

    /** Whether a refusal of what was sent before tells that the first sending had its effect. */
    boolean showsEffect(Wish wish, Reply refusal) {
        return false;
    }

    /** What the answer, or its lack, means for the next wish. */
    void after(Wish wish, Outcome outcome, Reply last) {}

    final void run(BooleanSupplier goesOn) {
        while (goesOn.getAsBoolean()) {
            var number = NUMBERS.incrementAndGet();
            var wish = next(PREFIX + number);
            var start = Instant.now();
            var reply = send(wish);
            var outcome = reply.outcome();
            var attempts = 1;
            while (outcome == Outcome.UNKNOWN && number % 2 == 0 && attempts < MOST_ATTEMPTS && goesOn.getAsBoolean()) {
                Waiting.pass(PAUSE);
                reply = send(wish);
                outcome = again(wish, reply);
                attempts++;
            }
            recorder.note(new Write(
                    kind, caller.tenant(), wish.key, wish.place, wish.sha256, outcome, start, Instant.now(), attempts));
            after(wish, outcome, reply);
            if (outcome != Outcome.OK) {
                Waiting.pass(PAUSE);
            }
        }
    }

    /** After something unknown, only a good answer makes it known. */
    private Outcome again(Wish wish, Reply reply) {
        return reply.outcome() == Outcome.OK || showsEffect(wish, reply) ? Outcome.OK : Outcome.UNKNOWN;
    }
}
