package id.satuatap.bench;

import id.satuatap.stack.Resource;
import id.satuatap.stack.Rows;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;

/** A control room of 514 regencies, seven years, 47 indicators each, read anew each time: beside its statements alone. */
final class ControlRoomFacts {

    private static final String PATH = "/api/v1/spbe/control-room?year=2024";
    private static final int REQUESTS = 100;

    private final Field field;
    private final Rows rows;

    ControlRoomFacts(Field field) {
        this.field = field;
        this.rows = field.rows("control-room");
    }

    void run() throws SQLException {
        field.tenants();
        var answer = field.send(field.core(), "ujiprovinsi", "GET", PATH, null);
        var regencies = new String(answer.body(), StandardCharsets.UTF_8).split("\"history\":").length - 1;
        rows.check(
                answer.statusCode() == 200 && regencies == Data.TENANTS,
                "",
                "control room of %d regencies".formatted(Data.TENANTS),
                "%d, %d bytes",
                regencies,
                answer.body().length);
        if (!field.isShort()) {
            try (var connection = field.stack.database().runtime()) {
                measure(connection);
            }
        }
    }

    private void measure(Connection connection) {
        DoubleSupplier core = () -> p95(this::request);
        DoubleSupplier statements = () -> p95(() -> statements(connection));
        WarmUp.of("control-room", () -> 1000 / core.getAsDouble());
        WarmUp.of("control-room", () -> 1000 / statements.getAsDouble());
        var seen = Samples.alternating(3, List.of(core, statements));
        var ratio = seen.get(0).ratioTo(seen.get(1));
        rows.reach(
                seen.get(0).median() <= 150,
                "",
                "control room, uncached, p95 ≤ 150 ms",
                seen.get(0).text("ms"));
        rows.reach(
                ratio <= 1.5,
                "",
                "control room beside its statements alone ≤ 1.5",
                "%.2f; %s",
                ratio,
                seen.get(1).text("ms"));
    }

    /** Of a hundred, in milliseconds. */
    private static double p95(Runnable work) {
        return Samples.of(DoubleStream.generate(() -> {
                            long since = System.nanoTime();
                            work.run();
                            return (System.nanoTime() - since) / 1e6;
                        })
                        .limit(REQUESTS))
                .percentile(95);
    }

    private void request() {
        var answer = field.send(field.core(), "ujiprovinsi", "GET", PATH, null);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("control room: " + answer.statusCode());
        }
    }

    /** What core asks the database for this answer, by the same role, from begin to commit. */
    private static void statements(Connection connection) {
        try (var statement = connection.createStatement()) {
            statement.execute("begin read only");
            statement.execute("select set_config('app.tenant_id', '%s', true)".formatted(Data.id(9999)));
            for (var query :
                    Resource.text(ControlRoomFacts.class, "control-room.sql").split(";")) {
                try (var rows = statement.executeQuery(query)) {
                    var columns = rows.getMetaData().getColumnCount();
                    while (rows.next()) {
                        for (int column = 1; column <= columns; column++) {
                            rows.getString(column);
                        }
                    }
                }
            }
            statement.execute("commit");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
