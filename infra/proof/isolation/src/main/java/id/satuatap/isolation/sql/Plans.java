package id.satuatap.isolation.sql;

import id.satuatap.isolation.http.Matrix;
import id.satuatap.isolation.sql.StatementLog.Statement;
import id.satuatap.stack.Database;
import id.satuatap.stack.Report.Outcome;
import id.satuatap.stack.Suite;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.WeakHashMap;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * Listens to what core sends to the database while the sections over HTTP attack it; then asks how each statement on
 * tenants' rows is executed where many tenants have many rows.
 */
public final class Plans {

    private static final String SECTION = "plans";
    private static final int SHOWN = 110;
    private static final Map<Suite.Run, StatementLog> OPEN = new WeakHashMap<>();

    private Plans() {}

    /** The section {@code listen}: before those that make core work. */
    public static void listen(Suite.Run run) throws SQLException, IOException {
        OPEN.put(run, StatementLog.open(run.stack().database(), run.stack().home()));
    }

    /** The section {@code plans}. If nobody listened, every operation is asked for now. */
    public static void run(Suite.Run run) throws Exception {
        if (!OPEN.containsKey(run)) {
            listen(run);
            Matrix.run(run);
        }
        List<Statement> sent;
        try (var log = Objects.requireNonNull(OPEN.remove(run))) {
            sent = log.sent();
        }
        var offences = Discipline.offences(sent);
        run.report()
                .check(
                        offences.isEmpty(),
                        SECTION,
                        "T18",
                        "each statement on tenants' rows stands in a transaction that named its tenant, with all values bound (T16, T38)",
                        "%,d statements; offences: %s".formatted(sent.size(), offences));
        var statements = sent.stream()
                .map(statement -> statement.text().replaceAll("\\s+", " "))
                .filter(Discipline::isOnRows)
                .collect(Collectors.toCollection(java.util.TreeSet::new));
        run.report()
                .check(
                        statements.size() >= 30,
                        SECTION,
                        "",
                        "the statements of all features were heard",
                        statements.size() + " statements on tenants' rows");
        try (var ground = Ground.lay(run.stack().database())) {
            Crowd.gather(ground);
            explain(run, ground, statements);
        }
    }

    private static void explain(Suite.Run run, Ground ground, Iterable<String> statements) throws SQLException {
        var database = ground.database();
        var tables = ground.tables().stream().map(TenantTable::name).collect(Collectors.toSet());
        try (var connection = DriverManager.getConnection(
                database.url(Database.PLATFORM) + "?preferQueryMode=simple",
                "satuatap_app",
                database.runtimePassword())) {
            connection.setAutoCommit(false);
            for (var statement : statements) {
                var what = statement.length() > SHOWN ? statement.substring(0, SHOWN) + "…" : statement;
                try {
                    var plan =
                            Plan.of(JsonMapper.shared().readTree(explained(connection, statement)), tables::contains);
                    var reads = plan.conditions().isEmpty() ? "reads nothing" : String.join("; ", plan.conditions());
                    run.report()
                            .check(
                                    plan.wide().isEmpty(),
                                    SECTION,
                                    "",
                                    what,
                                    plan.wide().isEmpty() ? reads : plan.wide() + " — " + statement);
                } catch (SQLException cannot) {
                    run.report().add(SECTION, "", what, Outcome.INVALID, String.valueOf(cannot.getMessage()));
                }
            }
        }
    }

    private static String explained(Connection connection, String statement) throws SQLException {
        try (var work = new Work(connection, Ground.id(Ground.A).toString())) {
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
