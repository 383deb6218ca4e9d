package id.satuatap.faults.keep;

import id.satuatap.stack.Database;
import id.satuatap.stack.Part;
import id.satuatap.stack.Report;
import id.satuatap.stack.Stack;
import id.satuatap.stack.Suite;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Backup and restore with the commands that docs/operations.md gives to operators: everything to a moment between two
 * writes, and one tenant to that moment while another goes on writing.
 */
public final class Restores implements Suite.Section {

    private static final String SECTION = "restore";
    private static final String TENANT = "lebong";
    private static final String OTHER = "bojonegoro";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** What goes on by itself: the records of what happened, of which a restore of one tenant takes nothing back. */
    private static final Set<String> RECORDS = Set.of("audit.entry", "outbox.event");

    /** What all rows and files were at a moment. */
    private record Moment(String time, Hashes hashes) {}

    @Override
    public void run(Suite.Run run) throws Exception {
        var stack = run.stack();
        var wal = Operator.empty(run.folder().resolve("wal"));
        archive(stack, "on", "test ! -e %1$s/%%f && cp %%p %1$s/%%f.part && mv %1$s/%%f.part %1$s/%%f".formatted(wal));
        try {
            restore(run, wal);
        } finally {
            archive(stack, "off", "");
        }
    }

    private static void restore(Suite.Run run, Path wal) throws Exception {
        var stack = run.stack();
        var report = run.report();
        var operator = new Operator(stack, run.folder());
        var door = Door.core(stack, TENANT);
        var assessor = stack.credentials().client(TENANT, "internal-assessor");
        // The database may have died just now, of which identity's connections hear one by one.
        Patience.until(PATIENCE, () -> !stack.accessToken(assessor).isEmpty());
        var assessment = Sample.assessment(door, 2034);
        write(door, assessment, 10);

        var backup = operator.backup();
        report.add(SECTION, "", "backup of everything while it runs", Report.Outcome.TOLD, backup.toString());
        write(door, assessment, 20);
        var moment = moment(stack);
        write(door, assessment, 15);
        write(Door.core(stack, OTHER), Sample.assessment(Door.core(stack, OTHER), 2035), 15);
        archived(stack);

        whole(run, operator, wal, moment);
        if (!run.isShort()) {
            var before = hashes(stack);
            var refused = operator.restoreTenant(wal, moment.time, TENANT);
            report.check(
                    refused.exit() != 0
                            && refused.said().contains("Suspend")
                            && tenant(before, stack, TENANT).equals(tenant(hashes(stack), stack, TENANT)),
                    SECTION,
                    "O05",
                    "a tenant that works is not restored into",
                    refused.said());
        }
        one(run, operator, wal, moment);
    }

    /** (a) Everything, into a fresh home. */
    private static void whole(Suite.Run run, Operator operator, Path wal, Moment moment) throws Exception {
        var report = run.report();
        var restored = operator.restoreAll(wal, moment.time);
        operator.addFiles();
        try (var side = operator.database()) {
            try (var connection = side.superuser()) {
                var differences = Hashes.in(connection).differences(moment.hashes);
                report.check(
                        restored.exit() == 0 && differences.isEmpty(),
                        SECTION,
                        "",
                        "everything restored to a moment between two writes: the rows of each table and tenant are the same",
                        "%d hashes, different: %s; %s"
                                .formatted(moment.hashes.of().size(), differences, restored));
                var files = FileCheck.compare(connection, operator.home().resolve("files"), "true");
                report.check(
                        files.missing() == 0 && files.right() > 0,
                        SECTION,
                        "",
                        "and so are the files",
                        files.toString());
            }
        }
        if (!run.isShort()) {
            var since = Instant.now();
            var up = operator.up();
            var serves = operator.serves(TENANT);
            operator.down();
            report.check(
                    up.exit() == 0 && serves,
                    SECTION,
                    "",
                    "the stack starts on what was restored, and serves",
                    Patience.seconds(since));
        }
    }

    /** (b) One tenant, into the home that works. */
    private static void one(Suite.Run run, Operator operator, Path wal, Moment moment) throws Exception {
        var stack = run.stack();
        var report = run.report();
        state(stack, "SUSPENDED");
        Patience.until(PATIENCE, () -> waiting(stack) == 0);
        var other = Door.core(stack, OTHER);
        var answers = new Answers(other, Sample.assessment(other, 2036));
        var done = new AtomicBoolean();
        var writer = CompletableFuture.runAsync(() -> {
            while (!done.get()) {
                answers.save();
            }
        });
        var before = hashes(stack);
        var restored = operator.restoreTenant(wal, moment.time, TENANT);
        done.set(true);
        writer.join();
        var after = hashes(stack);

        report.check(
                restored.exit() == 0 && tenant(after, stack, TENANT).equals(tenant(moment.hashes, stack, TENANT)),
                SECTION,
                "",
                "one tenant restored to that moment: its rows are the same",
                "different: %s; %s; %s"
                        .formatted(
                                tenant(after, stack, TENANT).differences(tenant(moment.hashes, stack, TENANT)),
                                restored,
                                restored.said()));
        var busy = id(stack, OTHER);
        var restoredId = id(stack, TENANT);
        var untouched = before.only(name -> !name.endsWith(busy) && !name.endsWith(restoredId));
        var changed = untouched.differences(after.only(name -> !name.endsWith(busy) && !name.endsWith(restoredId)));
        report.check(changed.isEmpty(), SECTION, "", "no row of any other tenant has changed", "changed: " + changed);
        var slowest = answers.writes().stream()
                .map(Answers.Write::took)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        var faults = answers.faults(stack);
        report.check(
                faults.isEmpty()
                        && Set.of(200)
                                .containsAll(Answers.statuses(answers.writes()).keySet())
                        && slowest.compareTo(Duration.ofSeconds(5)) < 0,
                SECTION,
                "",
                "another tenant writes meanwhile: all kept, none longer than a lock may take",
                "%s, slowest %d ms, faults %s"
                        .formatted(Answers.statuses(answers.writes()), slowest.toMillis(), faults));
        try (var connection = stack.database().superuser(Database.PLATFORM)) {
            var files = FileCheck.compare(
                    connection, stack.home().resolve("files"), "tenant_id = '%s'".formatted(restoredId));
            report.check(
                    files.missing() == 0 && files.more() == 0,
                    SECTION,
                    "",
                    "its files are those of that moment",
                    files.toString());
        }
        var told = Patience.until(PATIENCE, () -> Sample.number(stack, """
                select count(*) from audit.entry where action = 'tenancy.restored' and actor = 'Uji Pemulihan'
                """) == 1);
        report.check(told, SECTION, "", "its audit trail says who restored what", told ? "one entry" : "no entry");
        state(stack, "ACTIVE");
    }

    private static void write(Door door, String assessment, int times) {
        var answers = new Answers(door, assessment);
        for (var i = 0; i < times; i++) {
            answers.save();
        }
        door.upload(
                Sample.ASSESSOR,
                Sample.evidence(assessment),
                Sample.pdf(100_000),
                UUID.randomUUID().toString());
    }

    /** When nothing is left to be told, so that nothing changes around it by itself. */
    private static Moment moment(Stack stack) throws SQLException {
        Patience.until(PATIENCE, () -> waiting(stack) == 0);
        var hashes = hashes(stack);
        return new Moment(
                Sample.text(
                        stack,
                        "select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"),
                hashes);
    }

    private static Hashes hashes(Stack stack) throws SQLException {
        try (Connection connection = stack.database().superuser(Database.PLATFORM)) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            return Hashes.in(connection);
        }
    }

    private static Hashes tenant(Hashes hashes, Stack stack, String slug) throws SQLException {
        var id = id(stack, slug);
        return hashes.only(name -> name.endsWith(id) && !RECORDS.contains(name.split(" ")[0]));
    }

    private static String id(Stack stack, String slug) throws SQLException {
        return Sample.text(stack, "select id from tenancy.tenant where slug = '%s'".formatted(slug));
    }

    private static long waiting(Stack stack) throws SQLException {
        return Sample.number(stack, "select count(*) from outbox.event where relayed_at is null");
    }

    private static void state(Stack stack, String state) {
        var answer = Door.gateway(stack, null)
                .put(
                        "platform-operator",
                        "/api/v1/tenants/%s/state".formatted(TENANT),
                        "{\"state\": \"%s\"}".formatted(state));
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("The state stays: %d %s".formatted(answer.statusCode(), answer.body()));
        }
    }

    /** Waits until all of the log up to now lies in the archive. */
    private static void archived(Stack stack) throws SQLException {
        var segment = Sample.text(stack, "select pg_walfile_name(pg_switch_wal())");
        Patience.until(
                PATIENCE,
                () -> Sample.text(stack, "select last_archived_wal from pg_stat_archiver")
                                .compareTo(segment)
                        >= 0);
    }

    private static void archive(Stack stack, String mode, String command) {
        var database = stack.database();
        database.settings(Map.of("archive_mode", mode, "archive_command", command));
        database.stop();
        database.start();
        Patience.until(PATIENCE, () -> stack.service(Part.PLATFORM_CORE).isReady());
    }
}
