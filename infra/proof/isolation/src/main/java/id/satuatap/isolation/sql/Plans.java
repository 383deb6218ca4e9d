package id.satuatap.isolation.sql;

import id.satuatap.isolation.Cases;
import id.satuatap.isolation.Fixture;
import id.satuatap.isolation.Resources;
import id.satuatap.isolation.Seen;
import id.satuatap.isolation.operation.Matrix;
import id.satuatap.isolation.sql.StatementLog.Statement;
import id.satuatap.stack.Database;
import id.satuatap.stack.Report;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.WeakHashMap;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * Listens to what core sends to the database while the sections over HTTP attack it; then asks how each statement on
 * tenants' rows is executed where many tenants have many rows.
 */
public final class Plans {

    private static final int SHOWN = 110;
    private static final String RULE =
            "each statement on tenants' rows stands in a transaction that named its tenant, with all values bound (T16, T38)";
    private static final Map<Fixture, StatementLog> OPEN = new WeakHashMap<>();

    private Plans() {}

    /** The section {@code listen}: before those that make core work. */
    public static void listen(Cases cases) throws SQLException, IOException {
        var stack = cases.fixture().stack();
        OPEN.put(cases.fixture(), StatementLog.open(stack.database(), stack.home()));
    }

    /** The section {@code plans}. If nobody listened, every operation is asked for now. */
    public static void run(Cases cases) throws Exception {
        if (!OPEN.containsKey(cases.fixture())) {
            listen(cases);
            Matrix.run(Cases.some(cases.fixture(), new Report("heard", cases.out()), "matrix", Set.of()));
        }
        List<Statement> sent;
        try (var log = Objects.requireNonNull(OPEN.remove(cases.fixture()))) {
            sent = log.sent();
        }
        try (var ground = Ground.lay(cases.fixture())) {
            var discipline = Discipline.of(
                    ground.tables().stream().map(TenantTable::name).toList());
            var offences = discipline.offences(sent);
            cases.add("T18", RULE, offences.isEmpty(), "%,d statements; offences: %s".formatted(sent.size(), offences));
            var statements = sent.stream()
                    .map(statement -> statement.text().replaceAll("\\s+", " "))
                    .filter(discipline::isOnRows)
                    .collect(Collectors.toCollection(TreeSet::new));
            cases.add(
                    "",
                    "the statements of all features were heard",
                    statements.size() >= 30,
                    statements.size() + " statements on tenants' rows");
            if (cases.isWanted("", "plans")) {
                ground.plant(Resources.text("sql/crowd.sql"));
                explain(cases, ground, statements);
            }
        }
    }

    private static void explain(Cases cases, Ground ground, Iterable<String> statements) throws SQLException {
        var database = ground.database();
        var tables = ground.tables().stream().map(TenantTable::name).collect(Collectors.toSet());
        var url = database.url(Database.PLATFORM) + "?preferQueryMode=simple";
        try (var connection = DriverManager.getConnection(url, "satuatap_app", database.runtimePassword())) {
            connection.setAutoCommit(false);
            for (var statement : statements) {
                var what = statement.length() > SHOWN ? statement.substring(0, SHOWN) + "…" : statement;
                cases.trial("", what, () -> {
                    var plan =
                            Plan.of(JsonMapper.shared().readTree(explained(connection, statement)), tables::contains);
                    return Seen.of(
                            plan.wide().isEmpty(),
                            plan.wide().isEmpty()
                                    ? String.join("; ", plan.conditions())
                                    : plan.wide() + " — " + statement);
                });
            }
        }
    }

    private static String explained(Connection connection, String statement) throws SQLException {
        try (var work = new Work(connection, Ground.id(Ground.A).toString())) {
            work.run("set local enable_seqscan = off"); // a table that stays small says nothing by being read whole
            var text = new StringBuilder();
            try (var rows = work.connection()
                    .createStatement()
                    .executeQuery("explain (generic_plan, verbose, format json) " + typed(statement))) {
                while (rows.next()) {
                    text.append(rows.getString(1)).append('\n');
                }
            }
            return text.toString();
        }
    }

    /** Core sends the types of its values beside the text; where the text alone does not tell, we do. */
    private static String typed(String statement) {
        return statement.replaceAll("(\\$\\d+) is null", "$1::text is null");
    }
}
