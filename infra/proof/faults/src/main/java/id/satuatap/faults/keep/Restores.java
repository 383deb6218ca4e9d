package id.satuatap.faults.keep;

import id.satuatap.faults.Answering;
import id.satuatap.faults.Caller;
import id.satuatap.faults.Checker;
import id.satuatap.faults.FileCheck;
import id.satuatap.faults.Ground;
import id.satuatap.faults.Reply;
import id.satuatap.faults.Uploading;
import id.satuatap.stack.Command;
import id.satuatap.stack.Database;
import id.satuatap.stack.Part;
import id.satuatap.stack.Rows;
import id.satuatap.stack.Stack;
import id.satuatap.stack.Suite;
import id.satuatap.stack.Waiting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Backup and restore with the commands that docs/operations.md gives to operators: everything to a moment between two
 * writes, and one tenant to that moment while another goes on writing.
 */
public final class Restores implements Suite.Section {

    private static final String TENANT = "lebong";
    private static final String OTHER = "bojonegoro";
    private static final Duration LONGEST = Duration.ofSeconds(5);
    /** What goes on by itself: the records of what happened, of which a restore of one tenant takes nothing back. */
    private static final Set<String> RECORDS = Set.of("audit.entry", "outbox.event", "outbox.delivery");

    /** What all rows and files were at a moment. */
    private record Moment(String time, Hashes hashes) {}

    private final Ground ground;

    public Restores(Ground ground) {
        this.ground = ground;
    }

    @Override
    public void run(Suite.Run run) throws Exception {
        var stack = ground.stack(run);
        var wal = run.folder().resolve("wal");
        Command.run("rm", "-rf", wal.toString());
        Files.createDirectories(wal);
        archive(stack, "on", "test ! -e %1$s/%%f && cp %%p %1$s/%%f.part && mv %1$s/%%f.part %1$s/%%f".formatted(wal));
        try {
            restore(run, wal);
        } finally {
            archive(stack, "off", "");
        }
    }

    private void restore(Suite.Run run, Path wal) throws Exception {
        var stack = ground.stack(run);
        var rows = run.report().of("restore");
        var operator = new Operator(stack, run.folder());
        var assessor = ground.assessor(run, TENANT);
        var other = ground.assessor(run, OTHER);
        var assessment = assessor.assessment(2034);
        write(assessor, assessment, 10);
        rows.told("", "backup of everything while it runs", operator.backup());
        write(assessor, assessment, 20);
        var moment = moment(stack);
        write(assessor, assessment, 15);
        write(other, other.assessment(2035), 15);
        archived(stack);
        whole(rows, operator, wal, moment, run.isShort());
        if (!run.isShort()) {
            var before = tenant(hashes(stack), stack);
            var refused = operator.restoreTenant(wal, moment.time, TENANT);
            rows.check(
                    refused.exit() != 0
                            && refused.said().contains("Suspend")
                            && before.equals(tenant(hashes(stack), stack)),
                    "O05",
                    "a tenant that works is not restored into",
                    oneLine(refused));
        }
        state(run, "SUSPENDED");
        one(run, rows, operator, wal, moment);
        state(run, "ACTIVE");
    }

    /** (a) Everything, into a fresh home. */
    private static void whole(Rows rows, Operator operator, Path wal, Moment moment, boolean isShort) throws Exception {
        var restored = operator.restoreAll(wal, moment.time);
        operator.addFiles();
        try (var side = operator.database();
                var connection = side.superuser()) {
            var differences = Hashes.in(connection).differences(moment.hashes);
            rows.check(
                    restored.exit() == 0 && differences.isEmpty(),
                    "",
                    "everything restored to a moment between two writes: the rows of each table and tenant are the same",
                    "%d hashes, different: %s; %s",
                    moment.hashes.of().size(),
                    differences,
                    restored.took());
            var register = Database.rows(connection, FileCheck.REGISTER);
            var files = FileCheck.compare(register, operator.home().resolve("files"));
            rows.check(files.missing() == 0 && files.right() > 0, "", "and so are the files", files.toString());
        }
        if (!isShort) {
            var since = Instant.now();
            var up = operator.up();
            var serves = operator.serves(TENANT);
            operator.down();
            rows.check(
                    up.exit() == 0 && serves,
                    "",
                    "the stack starts on what was restored, and serves",
                    Waiting.seconds(since));
        }
    }

    /** (b) One tenant, into the home that works. */
    private void one(Suite.Run run, Rows rows, Operator operator, Path wal, Moment moment) throws Exception {
        var stack = ground.stack(run);
        var checker = new Checker(stack);
        checker.isTold(Ground.PATIENCE);
        var other = ground.assessor(run, OTHER);
        var answers = Answering.atLength(other, other.assessment(2036));
        var replies = new ArrayList<Reply>();
        var done = new AtomicBoolean();
        var writer = CompletableFuture.runAsync(() -> {
            while (!done.get()) {
                replies.add(answers.write());
            }
        });
        var before = hashes(stack);
        var restored = operator.restoreTenant(wal, moment.time, TENANT);
        done.set(true);
        writer.join();
        var after = hashes(stack);
        var differences = tenant(after, stack).differences(tenant(moment.hashes, stack));
        rows.check(
                restored.exit() == 0 && differences.isEmpty(),
                "",
                "one tenant restored to that moment: its rows are the same",
                "different: %s; %s; %s",
                differences,
                restored.took(),
                oneLine(restored));
        var changed = others(before, stack).differences(others(after, stack));
        rows.check(changed.isEmpty(), "", "no row of any other tenant has changed", "changed: " + changed);
        var slowest =
                replies.stream().map(Reply::took).max(Comparator.naturalOrder()).orElse(Duration.ZERO);
        var verdict = checker.check(other.recorder().writes(), false);
        rows.check(
                verdict.isGood()
                        && replies.stream().allMatch(reply -> reply.status() == 200)
                        && slowest.compareTo(LONGEST) < 0,
                "",
                "another tenant writes meanwhile: all kept, none longer than a lock may take",
                "%d answers, slowest %d ms, %s",
                replies.size(),
                slowest.toMillis(),
                verdict);
        var register =
                stack.database().rows("%s where tenant_id = '%s'".formatted(FileCheck.REGISTER, id(stack, TENANT)));
        var files = FileCheck.compare(register, stack.home().resolve("files"));
        rows.check(
                files.missing() == 0 && files.more() == 0, "", "its files are those of that moment", files.toString());
        var told = Waiting.until(Ground.PATIENCE, () -> stack.database().number("""
                select count(*) from audit.entry where action = 'tenancy.restored' and data->>'by' = 'Uji Pemulihan'
                """) == 1);
        rows.check(told, "", "its audit trail says who restored what", told ? "one entry" : "no entry");
    }

    private static void write(Caller assessor, String assessment, int times) {
        var answers = Answering.atLength(assessor, assessment);
        for (var i = 0; i < times; i++) {
            answers.write();
        }
        new Uploading(assessor, assessment, 1, 1).write();
    }

    /** When nothing is left to be told, so that nothing changes around it by itself. */
    private static Moment moment(Stack stack) throws SQLException {
        new Checker(stack).isTold(Ground.PATIENCE);
        var hashes = hashes(stack);
        var now = "to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')";
        return new Moment(stack.database().text("select " + now), hashes);
    }

    private static Hashes hashes(Stack stack) throws SQLException {
        try (var connection = stack.database().superuser(Database.PLATFORM)) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            return Hashes.in(connection);
        }
    }

    private static Hashes tenant(Hashes hashes, Stack stack) {
        var id = id(stack, TENANT);
        return hashes.only(name -> name.endsWith(id) && !RECORDS.contains(name.split(" ")[0]));
    }

    private static Hashes others(Hashes hashes, Stack stack) {
        var changing = List.of(id(stack, TENANT), id(stack, OTHER));
        return hashes.only(name -> changing.stream().noneMatch(name::endsWith));
    }

    private static String id(Stack stack, String slug) {
        return stack.database().text("select id from tenancy.tenant where slug = '%s'".formatted(slug));
    }

    private void state(Suite.Run run, String state) {
        var answer = ground.caller(run, "", "platform-operator")
                .put("/api/v1/tenants/%s/state".formatted(TENANT), Map.of("state", state));
        if (answer.status() != 200) {
            throw new IllegalStateException("The state stays: " + answer);
        }
    }

    /** Waits until all of the log up to now lies in the archive. */
    private static void archived(Stack stack) {
        var segment = stack.database().text("select pg_walfile_name(pg_switch_wal())");
        Waiting.until(
                Ground.PATIENCE,
                () -> stack.database()
                                .text("select last_archived_wal from pg_stat_archiver")
                                .compareTo(segment)
                        >= 0);
    }

    private static void archive(Stack stack, String mode, String command) {
        var database = stack.database();
        database.settings(Map.of("archive_mode", mode, "archive_command", command));
        database.stop();
        database.start();
        Waiting.until(Ground.PATIENCE, stack.service(Part.PLATFORM_CORE)::isReady);
    }

    private static String oneLine(Command.Ended ended) {
        return ended.said().strip().replaceAll("\\s+", " ");
    }
}
