package id.satuatap.isolation.sql;

import id.satuatap.isolation.sql.Ground.Role;
import id.satuatap.stack.Report;
import id.satuatap.stack.Report.Outcome;
import id.satuatap.stack.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** All trials against the schema as it is at the moment, and one row of the report for each kind. */
public final class Trials {

    /** The section of the report. */
    public static final String SECTION = "sql";

    private static final Set<String> SLOW = Set.of("C33", "C34", "C43");
    private static final int ENOUGH = 4;

    private Trials() {}

    public static void run(Ground ground, Report report) throws SQLException {
        gate(ground, report);
        var kinds = new LinkedHashMap<String, List<Trial.Ending>>();
        for (var trial : all(ground)) {
            kinds.computeIfAbsent(trial.id() + " " + trial.what(), kind -> new ArrayList<>())
                    .add(trial.run(ground));
        }
        kinds.values().forEach(endings -> tell(endings, report));
    }

    /** What finds a hole: at most four cases, the catalogue gate first. Leaves out what is slow and asks of no schema. */
    public static Set<String> hunt(Ground ground) throws SQLException {
        var found = new LinkedHashSet<String>();
        if (!problems(ground).isEmpty()) {
            found.add("the gate (C27)");
        }
        for (var trial : all(ground)) {
            if (found.size() < ENOUGH
                    && !SLOW.contains(trial.id())
                    && trial.run(ground).outcome() != Outcome.PASSED) {
                found.add(trial.id());
            }
        }
        return found;
    }

    private static List<Trial> all(Ground ground) {
        var all = new ArrayList<Trial>();
        all.addAll(TrapTrials.all());
        all.addAll(TableTrials.all(ground));
        all.addAll(TableTrials.shared());
        all.addAll(CaseTrials.all());
        all.addAll(LockTrials.all());
        return all;
    }

    /** Core's own check at its start, asked by us: what is there that nobody declared? */
    private static void gate(Ground ground, Report report) throws SQLException {
        var problems = problems(ground);
        report.check(
                problems.isEmpty(),
                SECTION,
                "C27",
                "the catalogue gate finds nothing undeclared",
                problems.isEmpty()
                        ? ground.tables().size() + " tenant tables"
                        : problems.strip().replace("\n", "; "));
    }

    private static String problems(Ground ground) throws SQLException {
        try (var work = ground.as(Role.RUNTIME, "")) {
            return work.run(
                    Files.readString(Stack.root().resolve("platform-core/src/main/resources/catalogue-gate.sql")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void tell(List<Trial.Ending> endings, Report report) {
        var first = endings.getFirst().trial();
        var worst = endings.stream()
                .map(Trial.Ending::outcome)
                .max(Outcome::compareTo)
                .orElseThrow();
        for (var outcome : List.of(Outcome.FAILED, Outcome.INVALID)) {
            var such = endings.stream()
                    .filter(ending -> ending.outcome() == outcome)
                    .toList();
            if (!such.isEmpty()) {
                report.add(
                        SECTION,
                        first.id(),
                        first.what(),
                        outcome,
                        such.stream().map(Trial.Ending::seen).collect(Collectors.joining("; ")));
            }
        }
        if (worst == Outcome.PASSED) {
            report.passed(
                    SECTION,
                    first.id(),
                    first.what(),
                    "%d of %d refused or unseen, their twins not".formatted(endings.size(), endings.size()));
        }
    }
}
