package id.satuatap.faults;

import id.satuatap.faults.Reply.Outcome;
import id.satuatap.faults.Write.Kind;
import id.satuatap.stack.Database;
import id.satuatap.stack.Resource;
import id.satuatap.stack.Stack;
import id.satuatap.stack.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Compares what callers know with what the database and the file store have. */
public final class Checker {

    /** Events that a killed core had in hand are held for a minute, and the sweep that finds them comes twice a minute. */
    private static final Duration TO_BE_TOLD = Duration.ofSeconds(150);

    private static final Map<Kind, String> STATEMENTS =
            Map.of(Kind.ANSWER, "answers.sql", Kind.INVITATION, "invitations.sql", Kind.EVIDENCE, "evidence.sql");

    /**
     * A thing that is kept.
     *
     * @param events entries of the outbox that tell of it
     * @param entries entries of the audit trail that tell of it
     */
    private record Kept(String place, String sha256, int events, int entries) {}

    private record Name(Kind kind, String tenant, String key) {}

    private final Database database;
    private final Path files;

    public Checker(Stack stack) {
        this.database = stack.database();
        this.files = stack.home().resolve("files");
    }

    /**
     * Waits until all events are told, then compares.
     *
     * @param hurry whether events that a killed core had in hand are given free at once, instead of after their minute
     */
    public Verdict check(List<Write> writes, boolean hurry) {
        if (hurry && !isTold(Duration.ofSeconds(5))) {
            database.execute(text("tell-now.sql"));
        }
        var verdict = new Verdict();
        if (!isTold(TO_BE_TOLD)) {
            verdict.fault("%d events are not told after %s".formatted(waiting(), TO_BE_TOLD));
        }
        var kept = kept();
        for (var write : writes) {
            compare(write, kept.getOrDefault(new Name(write.kind(), write.tenant(), write.key()), List.of()), verdict);
        }
        none("gaps.sql", verdict);
        none("broken-chains.sql", verdict);
        return verdict;
    }

    /** Files in the store that no register knows: harmless to their tenant, and never seen again. */
    long strayFiles() {
        return FileCheck.compare(database.rows(FileCheck.REGISTER), files).more();
    }

    /** Events that are not told yet. */
    public long waiting() {
        return database.number("select count(*) from outbox.delivery where heard_at is null and parked_at is null");
    }

    public boolean isTold(Duration patience) {
        return Waiting.until(patience, () -> waiting() == 0);
    }

    private void compare(Write write, List<Kept> kept, Verdict verdict) {
        verdict.count(write, !kept.isEmpty());
        if (kept.size() > 1) {
            verdict.doubled(write);
        } else if (kept.isEmpty() && write.outcome() == Outcome.OK) {
            verdict.lost(write, "is not there");
        } else if (!kept.isEmpty() && write.outcome() == Outcome.REFUSED) {
            verdict.fault("refused, but there: " + write);
        } else if (!kept.isEmpty()) {
            whole(write, kept.getFirst(), verdict);
        }
    }

    private void whole(Write write, Kept kept, Verdict verdict) {
        if (kept.events > 1 || kept.entries > 1) {
            verdict.doubled(write);
        } else if (kept.events != 1 || kept.entries != 1) {
            verdict.lost(write, "%d events, %d entries".formatted(kept.events, kept.entries));
        }
        if (write.kind() == Kind.ANSWER && !kept.place.equals(write.place())) {
            verdict.fault("not where it should be, but at %s: %s".formatted(kept.place, write));
        }
        if (write.kind() == Kind.EVIDENCE && !isStored(write, kept)) {
            verdict.lost(write, "its bytes are not there");
        }
    }

    private boolean isStored(Write write, Kept kept) {
        var file = files.resolve(kept.place);
        try {
            return write.sha256().equals(kept.sha256)
                    && Files.exists(file)
                    && Uploading.sha256(Files.readAllBytes(file)).equals(kept.sha256);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<Name, List<Kept>> kept() {
        var kept = new HashMap<Name, List<Kept>>();
        STATEMENTS.forEach((kind, statement) -> {
            for (var row : database.rows(text(statement))) {
                kept.computeIfAbsent(new Name(kind, get(row, "tenant"), get(row, "key")), name -> new ArrayList<>())
                        .add(new Kept(
                                get(row, "place"),
                                get(row, "sha256"),
                                Integer.parseInt(get(row, "events")),
                                Integer.parseInt(get(row, "entries"))));
            }
        });
        return kept;
    }

    private static String get(Map<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }

    private void none(String statement, Verdict verdict) {
        var count = database.number(text(statement));
        if (count > 0) {
            verdict.fault("%d in %s".formatted(count, statement));
        }
    }

    private static String text(String statement) {
        return Resource.text(Checker.class, statement);
    }
}
