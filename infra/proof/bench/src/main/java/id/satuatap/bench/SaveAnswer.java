package id.satuatap.bench;

import id.satuatap.stack.Report.Outcome;
import java.time.Duration;
import java.util.List;

/**
 * Saving an answer with its version check, history and event, durable. The audit entry is written from the event, by core, whoever
 * saved: so both are measured with that work beside them.
 */
final class SaveAnswer {

    private static final String SECTION = "save";
    private static final int CONNECTIONS = 8;
    private static final int ROUNDS = 3;
    private static final Duration TIME = Duration.ofSeconds(10);

    private static final String WAITING = "select count(*) from outbox.event where relayed_at is null";

    private final Field field;
    private long next;

    SaveAnswer(Field field) {
        this.field = field;
    }

    void run() {
        int tenants = field.tenants();
        if (field.isShort()) {
            return; // saved and compared in section twin
        }
        reset();
        WarmUp.of(SECTION, () -> perSecond(field.core(), WarmUp.TURN, tenants));
        WarmUp.of(SECTION, () -> perSecond(field.twin(), WarmUp.TURN, tenants));
        reset();
        var seen = Field.alternating(
                ROUNDS,
                List.of(() -> perSecond(field.core(), TIME, tenants), () -> perSecond(field.twin(), TIME, tenants)));
        var ratio = seen.get(0).ratioTo(seen.get(1));
        field.report().add(SECTION, "", "save, core", Outcome.TOLD, seen.get(0).text("/s"));
        field.reach(
                ratio >= 0.9,
                SECTION,
                "",
                "save an answer beside the twin ≥ 0.9",
                "%.2f; %s".formatted(ratio, seen.get(1).text("/s")));
        told();
    }

    /** What was promised about durability, and that nothing was lost on the way. */
    private void told() {
        var waiting = field.data().number(WAITING);
        field.report().add(SECTION, "", "events not yet in the audit trail at the end", Outcome.TOLD, "" + waiting);
        field.report()
                .check(
                        field.data()
                                        .number(
                                                "select count(*) from pg_settings where name in ('fsync', 'synchronous_commit') and setting = 'on'")
                                == 2,
                        SECTION,
                        "",
                        "fsync and synchronous_commit are on",
                        "");
    }

    private double perSecond(String address, Duration time, int tenants) {
        awaitQuiet();
        var load = Load.run(address, "save.lua", CONNECTIONS, time, field.token(), next, tenants)
                .sound();
        next += load.requests() + 2 * CONNECTIONS;
        return load.perSecond();
    }

    /** Until the events of the run before are told: each run pays for its own only. */
    private void awaitQuiet() {
        field.data().awaitNone(WAITING, Duration.ofSeconds(60));
    }

    private void reset() {
        next = 0;
        awaitQuiet();
        field.data()
                .run(
                        "delete from spbe.answer_version where version > 1; truncate outbox.event; update spbe.answer set version = 1 where version > 1");
        field.data().tidy();
    }
}
