package id.satuatap.isolation.faults;

import id.satuatap.isolation.Cases;
import id.satuatap.isolation.Resources;
import id.satuatap.isolation.sql.Ground;
import id.satuatap.isolation.sql.Trials;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The section {@code sql-faults}: one mistake in the schema after the other, and whether the trials that must see it do. */
public final class SqlFaults {

    /**
     * A mistake in the schema.
     *
     * @param seenBy trials by their ids
     * @param made by a superuser
     * @param undone so that all is as before
     */
    private record SqlFault(String name, Set<String> seenBy, String made, String undone) {

        static SqlFault of(String block) {
            var lines = block.strip().split("\n", 3);
            var halves = lines[2].split("\n-- undone\n", 2);
            return new SqlFault(
                    lines[0].substring(3),
                    Set.of(lines[1].replaceFirst("-- seen by: ", "").split(", ")),
                    halves[0],
                    halves[1]);
        }
    }

    private SqlFaults() {}

    public static void run(Cases cases) throws SQLException {
        var faults = List.of(Resources.text("sql/faults.sql").split("\n\n")).stream()
                .skip(1)
                .map(SqlFault::of)
                .toList();
        try (var ground = Ground.lay(cases.fixture())) {
            var named = new LinkedHashSet<String>();
            for (var fault : faults) {
                named.addAll(fault.seenBy);
                ground.plant(fault.made);
                try {
                    var seen = Trials.red(ground, fault.seenBy).keySet();
                    cases.add(
                            "",
                            fault.name,
                            seen.equals(fault.seenBy),
                            "seen by %s of %s".formatted(seen, fault.seenBy));
                } finally {
                    ground.plant(fault.undone);
                }
            }
            ground.look();
            var left = Trials.red(ground, named);
            cases.add("", "all is as before once they are undone", left.isEmpty(), left.isEmpty() ? "" : left + "");
        }
    }
}
