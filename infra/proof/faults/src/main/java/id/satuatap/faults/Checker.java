package id.satuatap.faults;

import id.satuatap.stack.Database;
import id.satuatap.stack.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Compares what callers know with what the database and the file store have. */
public final class Checker {

    /** Events that a killed core had in hand are held for a minute, and the sweep that finds them comes twice a minute. */
    private static final Duration TO_BE_TOLD = Duration.ofSeconds(150);

    /**
     * A thing that is kept.
     *
     * @param events entries of the outbox that tell of it
     * @param entries entries of the audit trail that tell of it
     */
    private record Kept(String place, String sha256, int events, int entries) {

        boolean told() {
            return events == 1 && entries == 1;
        }
    }

    private record Name(Write.Kind kind, String tenant, String key) {}

    private final Stack stack;

    public Checker(Stack stack) {
        this.stack = stack;
    }

    /**
     * Waits until all events are told, then compares.
     *
     * @param hurry whether events that a killed core had in hand are given free at once, instead of after their minute
     */
    public Verdict check(List<Write> writes, boolean hurry) {
        try (var connection = stack.database().superuser(Database.PLATFORM)) {
            var waiting = awaitTold(connection, hurry);
            var kept = kept(connection);
            var verdict = new Verdict();
            for (var write : writes) {
                compare(
                        write,
                        kept.getOrDefault(new Name(write.kind(), write.tenant(), write.key()), List.of()),
                        verdict);
            }
            if (waiting > 0) {
                verdict.fault("%d events are not told after %s".formatted(waiting, TO_BE_TOLD));
            }
            number(connection, Statements.GAPS, verdict, "answers whose versions have gaps");
            number(
                    connection,
                    Statements.BROKEN_CHAINS,
                    verdict,
                    "entries of the audit trail that do not follow the one before");
            return verdict;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Files in the store that no register knows: harmless to their tenant, and never seen again. */
    public long strayFiles() {
        try (var connection = stack.database().superuser(Database.PLATFORM);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select id::text from document.document");
                var files = Files.walk(files())) {
            var known = new HashMap<String, Boolean>();
            while (rows.next()) {
                known.put(rows.getString(1), true);
            }
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(files().resolve("tmp")))
                    .filter(file -> !known.containsKey(file.getFileName().toString()))
                    .count();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void compare(Write write, List<Kept> kept, Verdict verdict) {
        verdict.count(write);
        if (kept.size() > 1) {
            verdict.doubled(write);
        } else if (kept.isEmpty()) {
            if (write.outcome() == Outcome.OK) {
                verdict.lost(write, "is not there");
            }
        } else if (write.outcome() == Outcome.REFUSED) {
            verdict.fault("refused, but there: " + write);
        } else {
            verdict.found(write);
            whole(write, kept.getFirst(), verdict);
        }
    }

    private void whole(Write write, Kept kept, Verdict verdict) {
        if (kept.events > 1 || kept.entries > 1) {
            verdict.doubled(write);
        } else if (!kept.told()) {
            verdict.lost(write, "%d events, %d entries".formatted(kept.events, kept.entries));
        }
        if (write.kind() == Write.Kind.ANSWER && !kept.place.equals(write.place())) {
            verdict.fault("not where it should be, but at %s: %s".formatted(kept.place, write));
        }
        if (write.kind() == Write.Kind.EVIDENCE && !isStored(write, kept)) {
            verdict.lost(write, "its bytes are not there");
        }
    }

    private boolean isStored(Write write, Kept kept) {
        var file = files().resolve(kept.place);
        try {
            return write.sha256().equals(kept.sha256)
                    && Files.exists(file)
                    && Uploading.sha256(Files.readAllBytes(file)).equals(kept.sha256);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path files() {
        return stack.home().resolve("files");
    }

    private static Map<Name, List<Kept>> kept(Connection connection) throws SQLException {
        var kept = new HashMap<Name, List<Kept>>();
        read(connection, Write.Kind.ANSWER, Statements.ANSWERS, kept);
        read(connection, Write.Kind.INVITATION, Statements.INVITATIONS, kept);
        read(connection, Write.Kind.EVIDENCE, Statements.EVIDENCE, kept);
        return kept;
    }

    private static void read(Connection connection, Write.Kind kind, String sql, Map<Name, List<Kept>> kept)
            throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                kept.computeIfAbsent(
                                new Name(kind, rows.getString("tenant"), rows.getString("key")),
                                name -> new ArrayList<>())
                        .add(new Kept(
                                rows.getString("place"),
                                rows.getString("sha256"),
                                rows.getInt("events"),
                                rows.getInt("entries")));
            }
        }
    }

    private static void number(Connection connection, String sql, Verdict verdict, String what) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            if (rows.getLong(1) > 0) {
                verdict.fault("%d %s".formatted(rows.getLong(1), what));
            }
        }
    }

    private static long awaitTold(Connection connection, boolean hurry) throws SQLException {
        var left = new long[] {waiting(connection)};
        if (hurry) {
            Waiting.until(Duration.ofSeconds(5), () -> waitingOr(connection) == 0);
            try (var statement = connection.createStatement()) {
                statement.execute(Statements.TELL_NOW);
            }
        }
        Waiting.until(TO_BE_TOLD, () -> (left[0] = waitingOr(connection)) == 0);
        return left[0];
    }

    private static long waitingOr(Connection connection) {
        try {
            return waiting(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long waiting(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from outbox.event where relayed_at is null")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
