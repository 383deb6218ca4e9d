package id.satuatap.isolation.http;

import static id.satuatap.isolation.Fixture.A;
import static id.satuatap.isolation.Fixture.B;
import static id.satuatap.isolation.Fixture.DELETED;
import static id.satuatap.isolation.Fixture.OTHER_PROVINCE;
import static id.satuatap.isolation.Fixture.PROVINCE;
import static id.satuatap.isolation.Fixture.SUSPENDED;

import id.satuatap.isolation.Fixture;
import id.satuatap.isolation.Rights;
import id.satuatap.stack.Report.Outcome;
import id.satuatap.stack.Suite;
import java.util.HashSet;
import java.util.Map;
import java.util.TreeSet;

/** Each operation with each kind of caller. What must come back follows from one table of rights; nothing is listed by hand. */
public final class Matrix {

    private static final String SECTION = "matrix";

    private Matrix() {}

    public static void run(Suite.Run run) throws Exception {
        var fixture = Fixture.of(run);
        var operations = Operation.of(fixture.stack());
        complete(run, operations);
        rights(run, fixture);
        for (var operation : operations) {
            var example = Examples.ALL.get(operation.key());
            if (example != null) {
                row(run, new Line(fixture, operation, example));
            }
        }
    }

    /** A new operation without an example is red, and so is an example of what no longer is. */
    private static void complete(Suite.Run run, java.util.List<Operation> operations) {
        var described = new TreeSet<String>();
        operations.forEach(operation -> described.add(operation.key()));
        var missing = new TreeSet<>(described);
        missing.removeAll(Examples.ALL.keySet());
        var tooMany = new HashSet<>(Examples.ALL.keySet());
        tooMany.removeAll(described);
        run.report()
                .check(
                        missing.isEmpty() && tooMany.isEmpty(),
                        SECTION,
                        "",
                        "every operation of the API has a row",
                        "%d operations, without example %s, no longer there %s"
                                .formatted(described.size(), missing, tooMany));
    }

    /** What core says of each role is what this suite thinks of it. */
    private static void rights(Suite.Run run, Fixture fixture) {
        var wrong = new TreeSet<String>();
        for (var role : Rights.roles()) {
            var caller = switch (role) {
                case "citizen" -> fixture.probe().as(fixture.citizen()).at(A).direct();
                case "platform-operator" ->
                    fixture.probe().as(fixture.operator()).direct();
                default -> Fresh.as(fixture, role.startsWith("province-") ? PROVINCE : A, role);
            };
            var told = new HashSet<String>();
            caller.get("/api/v1/me")
                    .json()
                    .path("permissions")
                    .values()
                    .forEach(permission -> told.add(permission.asString()));
            if (!told.equals(Rights.of(role))) {
                wrong.add(role + " " + told);
            }
        }
        run.report()
                .check(
                        wrong.isEmpty(),
                        SECTION,
                        "",
                        "each role may do what the one permission table says",
                        "%d roles, different: %s".formatted(Rights.roles().size(), wrong));
    }

    private static void row(Suite.Run run, Line line) {
        line.roles();
        line.columns(Map.of(
                "suspended",
                SUSPENDED,
                "archived",
                DELETED,
                "elsewhere",
                line.isProvincial() ? OTHER_PROVINCE : B,
                "above",
                line.isProvincial() ? A : PROVINCE));
        var allowed = line.allowedTwin();
        run.report()
                .add(
                        SECTION,
                        "",
                        line.name(),
                        !line.wrong().isEmpty() ? Outcome.FAILED : allowed.isEmpty() ? Outcome.PASSED : Outcome.INVALID,
                        line.wrong().isEmpty() && allowed.isEmpty()
                                ? line.tried() + " callers refused or let in as they should be"
                                : line.wrong() + " " + allowed);
    }
}
