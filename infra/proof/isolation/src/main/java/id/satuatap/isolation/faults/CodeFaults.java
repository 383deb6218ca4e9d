package id.satuatap.isolation.faults;

import id.satuatap.stack.Suite;
import java.util.ArrayList;
import java.util.List;

/** The section {@code code-faults}: core started anew with one mistake after the other, and which question at its door sees it. */
public final class CodeFaults {

    private static final String SECTION = "code-faults";

    private CodeFaults() {}

    public static void run(Suite.Run run) throws Exception {
        try (var door = Door.open(run.stack())) {
            door.awaitTold();
            var hole = new Hole(run.stack(), run.folder().resolve("hole"));
            hole.close(); // core forgets what it knew of the tenants that the door has changed
            var sound = knock(door);
            run.report()
                    .check(
                            sound.isEmpty(),
                            SECTION,
                            "",
                            "a sound core refuses and allows as it should",
                            String.join(", ", sound));
            try {
                for (var fault : CodeFault.all()) {
                    if (fault.isQuick() || !run.isShort()) {
                        tell(run, fault, seen(door, hole, fault));
                    }
                }
            } finally {
                hole.close();
            }
            var again = knock(door);
            run.report()
                    .check(
                            again.isEmpty(),
                            SECTION,
                            "",
                            "core is sound again once they are taken out: what was seen was theirs",
                            String.join(", ", again));
        }
    }

    private static List<String> seen(Door door, Hole hole, CodeFault fault) throws Exception {
        try {
            hole.open(fault);
        } catch (IllegalStateException cannot) {
            return List.of("✗ " + cannot.getMessage());
        }
        return knock(door);
    }

    private static void tell(Suite.Run run, CodeFault fault, List<String> seen) {
        var isMade = seen.stream().noneMatch(id -> id.startsWith("✗"));
        run.report()
                .check(
                        isMade && !seen.isEmpty(),
                        SECTION,
                        "",
                        fault.name(),
                        seen.isEmpty() ? "nothing sees it" : (isMade ? "seen by " : "") + String.join(", ", seen));
    }

    /** The cases that do not end as they should. */
    private static List<String> knock(Door door) throws Exception {
        var red = new ArrayList<String>();
        for (var knock : Knock.all()) {
            try {
                if (!knock.allowed().isLetIn(door)) {
                    red.add(knock.id() + " (the allowed twin is refused)");
                } else if (knock.forbidden().isLetIn(door)) {
                    red.add(knock.id() + " (" + knock.what() + ")");
                }
            } catch (IllegalStateException refused) {
                red.add(knock.id() + " (" + refused.getMessage() + ")");
            }
        }
        return red;
    }
}
