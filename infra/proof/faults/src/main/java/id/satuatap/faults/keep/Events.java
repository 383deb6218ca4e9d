package id.satuatap.faults.keep;

import id.satuatap.faults.Ground;
import id.satuatap.stack.Part;
import id.satuatap.stack.Rows;
import id.satuatap.stack.Service;
import id.satuatap.stack.Suite;
import id.satuatap.stack.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;

/** Mails and shared copies while the two cores that bring them are killed in turn: each has its effect, and has it once. */
public final class Events implements Suite.Section {

    private static final Duration PATIENCE = Duration.ofMinutes(8);

    private record Size(int events, int kills, Duration between) {}

    private final Ground ground;

    public Events(Ground ground) {
        this.ground = ground;
    }

    @Override
    public void run(Suite.Run run) {
        var first = ground.stack(run).service(Part.PLATFORM_CORE);
        var second = ground.anotherCore(run).service();
        second.start();
        try {
            ready(first);
            ready(second);
            flood(run, List.of(first, second));
        } finally {
            second.kill();
            ready(first);
        }
    }

    private void flood(Suite.Run run, List<Service> workers) {
        var size =
                run.isShort() ? new Size(200, 2, Duration.ofSeconds(1)) : new Size(10_000, 20, Duration.ofSeconds(5));
        var flood = new EventFlood(ground.stack(run).database());
        var since = Instant.now();
        flood.mails("lebong", size.events / 4);
        flood.mails("rembang", size.events / 4);
        flood.shares("bojonegoro", size.events / 4);
        flood.shares("lebong", size.events / 4);
        var quiet = quiet(flood);
        var kills = kill(workers, flood, size);
        if (run.isShort()) {
            flood.letTimePass();
        }
        var all = Waiting.until(PATIENCE, () -> flood.waiting() == 0);
        var rows = run.report().of("events");
        rows.check(
                all,
                "",
                "%d events told while workers are killed %d times, none stuck".formatted(flood.all(), kills),
                Waiting.seconds(since));
        mails(rows, flood);
        none(rows, flood, "each shared copy is in the province once, and is the newest", "not-received-once.sql");
        none(rows, flood, "each event is in its audit trail once", "not-audited-once.sql");
        rows.told(
                "",
                "order among events about the same thing (promised only as: an older copy never wins)",
                "%d neighbours told in another order",
                flood.wrong("out-of-order.sql"));
        rows.told("", "a quiet tenant's five mails while others flood", quiet);
    }

    private static int kill(List<Service> workers, EventFlood flood, Size size) {
        var kills = 0;
        while (kills < size.kills && flood.waiting() > 0) {
            var worker = workers.get(kills % 2);
            if (worker.isReady()) {
                worker.kill();
                worker.start();
                kills++;
            } else if (!worker.isAlive()) {
                worker.start();
            }
            Waiting.until(size.between, () -> flood.waiting() == 0);
        }
        return kills;
    }

    private void mails(Rows rows, EventFlood flood) {
        var expected = flood.mailed();
        var times = new HashMap<>(ground.mail().received());
        times.keySet()
                .removeIf(id -> !expected.contains(id.replaceFirst("@.*", ""))); // other mails somebody else may ask
        rows.check(
                times.size() == expected.size(),
                "",
                "each mail is there once for a receiver that knows a Message-ID again",
                "%d mails, %d came; sent more than once: %d",
                expected.size(),
                times.size(),
                times.values().stream().filter(count -> count > 1).count());
    }

    private static void none(Rows rows, EventFlood flood, String what, String statement) {
        var wrong = flood.wrong(statement);
        rows.check(wrong == 0, "", what, "wrong: %d", wrong);
    }

    /** How long few events wait behind many of others. */
    private static String quiet(EventFlood flood) {
        var since = Instant.now();
        flood.mails("kepahiang", 5);
        var told = Waiting.until(Duration.ofSeconds(60), () -> flood.waiting("kepahiang") == 0);
        return told
                ? "%s, %d of others still waiting".formatted(Waiting.seconds(since), flood.waiting())
                : "not within 60 s";
    }

    /** A core that can't reach the database in the first seconds of its life ends: on a busy machine it gets another try. */
    private static void ready(Service worker) {
        var isReady = Waiting.until(Ground.PATIENCE, () -> {
            if (!worker.isAlive()) {
                worker.start();
            }
            return worker.isReady();
        });
        if (!isReady) {
            throw new IllegalStateException("Not ready, its log: " + worker.log());
        }
    }
}
