package id.satuatap.faults.keep;

import id.satuatap.stack.Part;
import id.satuatap.stack.Report;
import id.satuatap.stack.Service;
import id.satuatap.stack.Suite;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Mails and shared copies while the two cores that bring them are killed in turn: each has its effect, and has it once. */
public final class Events implements Suite.Section {

    private static final String SECTION = "events";
    private static final Duration START = Duration.ofMinutes(3);
    private static final Duration PATIENCE = Duration.ofMinutes(8);

    private record Size(int events, int kills, Duration between) {}

    @Override
    public void run(Suite.Run run) throws Exception {
        var size =
                run.isShort() ? new Size(200, 2, Duration.ofSeconds(1)) : new Size(10_000, 20, Duration.ofSeconds(5));
        var stack = run.stack();
        var core = stack.service(Part.PLATFORM_CORE);
        try (var sink = new MailSink()) {
            var hadMail = !core.environment("SPRING_MAIL_HOST").isEmpty();
            var before = Map.of(
                    "SPRING_MAIL_HOST",
                    core.environment("SPRING_MAIL_HOST"),
                    "SPRING_MAIL_PORT",
                    core.environment("SPRING_MAIL_PORT"));
            var mail = Map.of("SPRING_MAIL_HOST", "127.0.0.1", "SPRING_MAIL_PORT", Integer.toString(sink.port()));
            var second = core.replica(freePort()).environment(mail);
            core.environment(mail);
            core.kill();
            core.start();
            second.start();
            try {
                ready(core);
                ready(second);
                flood(run, size, sink, List.of(core, second));
            } finally {
                second.kill();
                core.kill();
                if (!hadMail) {
                    core.withoutEnvironment(mail.keySet());
                } else {
                    core.environment(before);
                }
                core.start();
                ready(core);
            }
        }
    }

    private static void flood(Suite.Run run, Size size, MailSink sink, List<Service> workers) throws Exception {
        var stack = run.stack();
        var report = run.report();
        var flood = new EventFlood(stack);
        var since = Instant.now();
        flood.mails("lebong", size.events / 4);
        flood.mails("rembang", size.events / 4);
        flood.shares("bojonegoro", size.events / 4);
        flood.shares("lebong", size.events / 4);

        var quiet = quiet(flood);
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
            Patience.until(size.between, () -> flood.waiting() == 0);
        }
        if (run.isShort()) {
            flood.letTimePass();
        }
        var all = Patience.until(PATIENCE, () -> flood.waiting() == 0);
        var took = Patience.seconds(since);

        report.check(
                all,
                SECTION,
                "",
                "%d events told while workers are killed %d times, none stuck".formatted(flood.all(), kills),
                took);
        mails(report, flood, sink);
        report.check(
                flood.notReceivedOnce() == 0,
                SECTION,
                "",
                "each shared copy is in the province once, and is the newest",
                "%d assessments, wrong: %d".formatted(flood.assessments(), flood.notReceivedOnce()));
        report.check(
                flood.notAuditedOnce() == 0,
                SECTION,
                "",
                "each event is in its audit trail once",
                "wrong: " + flood.notAuditedOnce());
        report.add(
                SECTION,
                "",
                "order among events about the same thing (promised only as: an older copy never wins)",
                Report.Outcome.TOLD,
                "%d neighbours told in another order".formatted(flood.outOfOrder()));
        report.add(SECTION, "", "a quiet tenant's five mails while others flood", Report.Outcome.TOLD, quiet);
    }

    private static void mails(Report report, EventFlood flood, MailSink sink) throws Exception {
        var expected = flood.mailed();
        var times = new HashMap<String, Integer>(); // of other mails somebody else may ask
        sink.times().forEach((id, count) -> {
            if (expected.contains(id.replaceFirst("@.*", ""))) {
                times.put(id, count);
            }
        });
        var again = times.values().stream().filter(count -> count > 1).count();
        report.check(
                times.size() == expected.size(),
                SECTION,
                "",
                "each mail is there once for a receiver that knows a Message-ID again",
                "%d mails, %d came; sent more than once: %d".formatted(expected.size(), times.size(), again));
    }

    /** How long few events wait behind many of others. */
    private static String quiet(EventFlood flood) throws Exception {
        var since = Instant.now();
        flood.mails("kepahiang", 5);
        var told = Patience.until(Duration.ofSeconds(60), () -> flood.waiting("kepahiang") == 0);
        return told
                ? "%s, %d of others still waiting".formatted(Patience.seconds(since), flood.waiting())
                : "not within 60 s";
    }

    /** A core that can't reach the database in the first seconds of its life ends: on a busy machine it gets another try. */
    private static void ready(Service worker) {
        var deadline = Instant.now().plus(START);
        while (!worker.isReady()) {
            if (Instant.now().isAfter(deadline)) {
                throw new IllegalStateException("Not ready, its log: " + worker.log());
            }
            if (!worker.isAlive()) {
                worker.start();
            }
            Patience.until(Duration.ofSeconds(1), worker::isReady);
        }
    }

    private static int freePort() throws java.io.IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
