package id.satuatap.bench;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/** A control room of 514 regencies, seven years, 47 indicators each, read anew each time: beside its statements alone. */
final class ControlRoomFacts {

    private static final String SECTION = "control-room";
    private static final String PATH = "/api/v1/spbe/control-room?year=2024";
    private static final int REQUESTS = 100;

    private final Field field;
    private @Nullable Connection connection;

    ControlRoomFacts(Field field) {
        this.field = field;
    }

    void run() {
        field.tenants();
        var answer = field.send(field.core(), "ujiprovinsi", "GET", PATH, null);
        var regencies = new String(answer.body(), StandardCharsets.UTF_8).split("\"history\":").length - 1;
        field.report()
                .check(
                        answer.statusCode() == 200 && regencies == Data.TENANTS,
                        SECTION,
                        "",
                        "control room of %d regencies".formatted(Data.TENANTS),
                        "%d, %d bytes".formatted(regencies, answer.body().length));
        if (field.isShort()) {
            return;
        }
        WarmUp.of(SECTION, () -> 1000 / series(this::request));
        WarmUp.of(SECTION, () -> 1000 / series(this::statements));
        var seen = Field.alternating(3, List.of(() -> series(this::request), () -> series(this::statements)));
        var core = seen.get(0);
        field.reach(core.median() <= 150, SECTION, "", "control room, uncached, p95 ≤ 150 ms", core.text("ms"));
        field.reach(
                core.ratioTo(seen.get(1)) <= 1.5,
                SECTION,
                "",
                "control room beside its statements alone ≤ 1.5",
                String.format(Locale.ROOT, "%.2f; ", core.ratioTo(seen.get(1)))
                        + seen.get(1).text("ms"));
    }

    /** The 95th percentile of so many, in milliseconds. */
    private double series(DoubleSupplier one) {
        return Samples.of(DoubleStream.generate(one).limit(REQUESTS)).percentile(95);
    }

    private double request() {
        long since = System.nanoTime();
        var answer = field.send(field.core(), "ujiprovinsi", "GET", PATH, null);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("control room: " + answer.statusCode());
        }
        return (System.nanoTime() - since) / 1e6;
    }

    /** What core asks the database for this answer, by the same role, from begin to commit. */
    private double statements() {
        long since = System.nanoTime();
        try (var statement = connection().createStatement()) {
            statement.execute("begin read only");
            statement.execute("select set_config('app.tenant_id', '%s', true)".formatted(Ids.tenant(9999)));
            for (var query : Resource.text("control-room.sql").split(";")) {
                read(statement, query);
            }
            statement.execute("commit");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return (System.nanoTime() - since) / 1e6;
    }

    private static void read(Statement statement, String query) throws SQLException {
        try (var rows = statement.executeQuery(query)) {
            var columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int column = 1; column <= columns; column++) {
                    rows.getString(column);
                }
            }
        }
    }

    private Connection connection() throws SQLException {
        if (connection == null) {
            connection = field.stack().database().runtime();
        }
        return connection;
    }
}
