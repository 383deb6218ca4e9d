package id.satuatap.bench;

import id.satuatap.stack.Rows;
import id.satuatap.stack.Waiting;
import java.time.Duration;
import java.util.List;

/**
 * Saving an answer with its version check, history and event, durable. The audit entry is written from the event, by core, whoever
 * saved: so both are measured with that work beside them.
 */
final class SaveAnswer {

    private static final int CONNECTIONS = 8;
    private static final int ROUNDS = 3;
    private static final Duration TIME = Duration.ofSeconds(10);
    private static final String WAITING =
            "select count(*) from outbox.delivery where heard_at is null and parked_at is null";

    private final Field field;
    private final Rows rows;
    private long next;

    SaveAnswer(Field field) {
        this.field = field;
        this.rows = field.rows("save");
    }

    void run() {
        int tenants = field.tenants();
        if (field.isShort()) {
            return; // saved and compared in section twin
        }
        reset();
        WarmUp.of("save", () -> perSecond(field.core(), WarmUp.TURN, tenants));
        WarmUp.of("save", () -> perSecond(field.twin(), WarmUp.TURN, tenants));
        reset();
        var seen = Samples.alternating(
                ROUNDS,
                List.of(() -> perSecond(field.core(), TIME, tenants), () -> perSecond(field.twin(), TIME, tenants)));
        var ratio = seen.get(0).ratioTo(seen.get(1));
        var database = field.stack.database();
        rows.told("", "save, core", seen.get(0).text("/s"));
        rows.reach(
                ratio >= 0.9,
                "",
                "save an answer beside the twin ≥ 0.9",
                "%.2f; %s",
                ratio,
                seen.get(1).text("/s"));
        rows.told("", "events not yet in the audit trail at the end", "%d", database.number(WAITING));
        var durable =
                "select count(*) from pg_settings where name in ('fsync', 'synchronous_commit') and setting = 'on'";
        rows.check(database.number(durable) == 2, "", "fsync and synchronous_commit are on", "");
    }

    private double perSecond(String address, Duration time, int tenants) {
        awaitQuiet();
        var load = Load.run(address, "save.lua", CONNECTIONS, time, field.token, next, tenants)
                .sound();
        next += load.requests() + 2 * CONNECTIONS;
        return load.perSecond();
    }

    /** Until the events of the run before are told: each run pays for its own only. */
    private void awaitQuiet() {
        Waiting.until(Duration.ofSeconds(60), () -> field.stack.database().number(WAITING) == 0);
    }

    private void reset() {
        next = 0;
        awaitQuiet();
        field.data.run("""
                delete from spbe.answer_version where version > 1;
                truncate outbox.event cascade;
                update spbe.answer set version = 1 where version > 1
                """);
        field.data.tidy();
    }
}
