package id.satuatap.isolation.http;

import id.satuatap.isolation.Fixture;
import id.satuatap.stack.Database;
import id.satuatap.stack.Part;
import id.satuatap.stack.Suite;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/** What PostgreSQL and core say of the connections when all is quiet again. */
final class PoolState {

    private static final String SECTION = "hammer";
    private static final int POOL = 10;
    private static final Duration TO_QUIET = Duration.ofSeconds(20);
    private static final Pattern ACQUIRED = Pattern.compile("(?m)^r2dbc_pool_acquired[^ ]* ([0-9.]+)$");

    private final Suite.Run run;
    private final Fixture fixture;

    PoolState(Suite.Run run, Fixture fixture) {
        this.run = run;
        this.fixture = fixture;
    }

    void check(long cut) throws SQLException {
        var busy = awaitQuiet();
        var connections = number("true");
        run.report()
                .check(
                        busy == 0,
                        SECTION,
                        "D03",
                        "no connection is left inside a transaction; the tenant is named for one transaction only",
                        "%,d given up midway, %d open transactions".formatted(cut, busy));
        run.report()
                .check(
                        connections <= POOL + 1,
                        SECTION,
                        "D03",
                        "the pool is back to its size, with one connection that listens",
                        "%d connections, %s in use".formatted(connections, acquired()));
    }

    private long awaitQuiet() throws SQLException {
        var deadline = System.nanoTime() + TO_QUIET.toNanos();
        var busy = number("xact_start is not null");
        while (busy > 0 && System.nanoTime() < deadline) {
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
            busy = number("xact_start is not null");
        }
        return busy;
    }

    private long number(String condition) throws SQLException {
        try (var connection = fixture.stack().database().superuser(Database.PLATFORM);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select count(*) from pg_stat_activity where usename = 'satuatap_app' and " + condition)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private String acquired() {
        var metrics = fixture.stack()
                .send(fixture.stack().requestTo(Part.PLATFORM_CORE, "/actuator/prometheus"))
                .body();
        var acquired = ACQUIRED.matcher(metrics);
        return acquired.find() ? acquired.group(1) : "unknown";
    }
}
