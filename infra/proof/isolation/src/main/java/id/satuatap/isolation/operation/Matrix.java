package id.satuatap.isolation.operation;

import static id.satuatap.isolation.Fixture.A;
import static id.satuatap.isolation.Fixture.PROVINCE;

import id.satuatap.isolation.Cases;
import id.satuatap.isolation.Fixture;
import id.satuatap.isolation.Rights;
import id.satuatap.isolation.Seen;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Each operation with each kind of caller. What must come back follows from the table of rights; nothing is listed by hand. */
public final class Matrix {

    private static final Map<String, String> MARKS = Map.of("TENANT", "t", "OFFICE", "o", "OWN", "w");

    private Matrix() {}

    public static void run(Cases cases) {
        var operations = Description.of(cases.fixture().stack()).operations();
        cases.trial("", "each role may do what the table of rights says", () -> rights(cases.fixture()));
        cases.trial("", "the table of roles that core shows is the table of rights", () -> shown(cases.fixture()));
        cases.trial("", "only what the table of rights says is open to all", () -> open(operations));
        for (var operation : operations) {
            if (cases.isWanted("", operation.key())) {
                var line = new Line(cases.fixture(), operation);
                cases.trial("", operation.key(), line::allowed, line::others);
            }
        }
    }

    private static Seen open(List<Operation> operations) {
        var open = operations.stream()
                .filter(Operation::isOpen)
                .map(Operation::key)
                .collect(Collectors.toSet());
        return Seen.of(open.equals(Rights.open()), open.size() + " operations: " + open);
    }

    /** With how far each right reaches. */
    private static Seen shown(Fixture fixture) {
        var wrong = new TreeSet<String>();
        var roles =
                fixture.as(PROVINCE, "coordinator").get("/api/v1/roles").json().path("items");
        for (var role : roles.values()) {
            var told = new TreeMap<String, String>();
            role.path("reach")
                    .properties()
                    .forEach(reach -> told.put(
                            reach.getKey(), MARKS.getOrDefault(reach.getValue().asString(), "?")));
            if (!told.equals(Rights.of(role.path("role").asString()))) {
                wrong.add(role.toString());
            }
        }
        return Seen.of(wrong.isEmpty() && !roles.isEmpty(), "%d roles, different: %s".formatted(roles.size(), wrong));
    }

    /** What core says of each role is what this suite thinks of it. */
    private static Seen rights(Fixture fixture) {
        var wrong = new TreeSet<String>();
        for (var role : Rights.roles()) {
            var caller = switch (role) {
                case "citizen" -> fixture.as(fixture.citizen(), A);
                case "platform-operator" -> fixture.as(fixture.operator(), null);
                default -> fixture.as(Rights.isOfProvince(role) ? PROVINCE : A, role);
            };
            var told = new TreeSet<String>();
            caller.get("/api/v1/me")
                    .json()
                    .path("permissions")
                    .values()
                    .forEach(permission -> told.add(permission.asString()));
            if (!told.equals(Rights.of(role).keySet())) {
                wrong.add(role + " " + told);
            }
        }
        return Seen.of(
                wrong.isEmpty(),
                "%d roles, different: %s".formatted(Rights.roles().size(), wrong));
    }
}
