package id.satuatap.faults;

import id.satuatap.faults.Reply.Outcome;
import id.satuatap.stack.Rows;
import id.satuatap.stack.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;

/** Notes every write and every single answer to it, from many threads at once. */
public final class Recorder {

    /** Core gives a silent connection up after 20 s; what waits for a connection, after 5 s. */
    private static final Duration LONGEST = Duration.ofSeconds(26);

    private record Span(Instant start, Instant end) {}

    private final ConcurrentLinkedQueue<Write> writes = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Reply> troubles = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Span> answered = new ConcurrentLinkedQueue<>();
    private final LongAdder acknowledged = new LongAdder();
    private final AtomicReference<Span> latest = new AtomicReference<>(new Span(Instant.MIN, Instant.MIN));

    /** A write whose caller asks no more. */
    void note(Write write) {
        writes.add(write);
        if (write.outcome() == Outcome.OK) {
            acknowledged.increment();
        }
    }

    /** An answer, or none, as it came. */
    void note(Reply reply) {
        answered.add(new Span(reply.start(), reply.end()));
        if (reply.outcome() == Outcome.OK) {
            var good = new Span(reply.start(), reply.end());
            latest.accumulateAndGet(good, (one, other) -> one.start.isAfter(other.start) ? one : other);
        } else {
            troubles.add(reply);
        }
    }

    /** A row of what happened to whoever asked about then, or later: an answer in bounded time, or the word when to come again. */
    void tell(Rows rows, String id, String what, Instant then) {
        var since = then.minus(Ground.WARM);
        var failures = failures(since, Instant.now());
        var bad = failures.stream().filter(reply -> !reply.saysComeBack()).toList();
        var longest = slowest(since);
        rows.check(
                bad.isEmpty() && longest.compareTo(LONGEST) <= 0,
                id,
                what + ": answered, or told to come back, in bounded time",
                "%d × 503 with Retry-After, %d others %s, longest answer %,d ms",
                failures.size() - bad.size(),
                bad.size(),
                bad.stream().limit(3).toList(),
                longest.toMillis());
    }

    /** The longest that anybody waited who asked after this moment. */
    private Duration slowest(Instant since) {
        return answered.stream()
                .filter(span -> span.start.isAfter(since))
                .map(span -> Duration.between(span.start, span.end))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    public List<Write> writes() {
        return List.copyOf(writes);
    }

    public long acknowledged() {
        return acknowledged.sum();
    }

    /** Where the caller got no answer, or one that blames the server, to what it asked between these moments. */
    List<Reply> failures(Instant from, Instant to) {
        return troubles.stream()
                .filter(reply -> reply.failed()
                        && !reply.start().isBefore(from)
                        && !reply.start().isAfter(to))
                .toList();
    }

    /** How long after this moment the first request that began then was answered well; empty if that took too long. */
    Optional<Duration> goodAfter(Instant since, Duration patience) {
        var began = Waiting.until(patience, () -> !latest.get().start.isBefore(since));
        return began ? Optional.of(Duration.between(since, latest.get().end)) : Optional.empty();
    }
}
