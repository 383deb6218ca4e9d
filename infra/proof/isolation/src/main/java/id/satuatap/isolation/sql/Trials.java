package id.satuatap.isolation.sql;

import id.satuatap.isolation.sql.Ground.Role;
import id.satuatap.stack.Report;
import id.satuatap.stack.Report.Outcome;
import id.satuatap.stack.Stack;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/** All trials against the schema as it is at the moment, and one row of the report for each kind. */
public final class Trials {

    /** The section of the report. */
    public static final String SECTION = "sql";

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

    private static List<Trial> all(Ground ground) {
        var all = new ArrayList<Trial>();
        all.addAll(TrapTrials.all());
        all.addAll(TableTrials.all(ground));
        all.addAll(CaseTrials.all());
        all.addAll(LockTrials.all());
        return all;
    }

    /** Core's own check at its start, asked by us: what is there that nobody declared? */
    private static void gate(Ground ground, Report report) throws SQLException {
        String problems;
        try (var work = ground.as(Role.RUNTIME, "")) {
            problems = work.run(
                    Files.readString(Stack.root().resolve("platform-core/src/main/resources/catalogue-gate.sql")));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        report.check(
                problems.isEmpty(),
                SECTION,
                "C27",
                "the catalogue gate finds nothing undeclared",
                problems.isEmpty()
                        ? ground.tables().size() + " tenant tables"
                        : problems.strip().replace("\n", "; "));
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
