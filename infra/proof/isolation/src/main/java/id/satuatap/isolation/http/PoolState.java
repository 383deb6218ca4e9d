package id.satuatap.isolation.http;

import id.satuatap.isolation.Cases;
import id.satuatap.isolation.Fixture;
import id.satuatap.stack.Part;
import java.time.Duration;
import java.util.regex.Pattern;

/** What PostgreSQL and core say of the connections when all is quiet again. */
record PoolState(Fixture fixture) {

    private static final int POOL = 10;
    private static final Duration TO_QUIET = Duration.ofSeconds(30);
    private static final Pattern ACQUIRED = Pattern.compile("(?m)^r2dbc_pool_acquired[^ ]* ([0-9.]+)$");

    void check(Cases cases, long cut) {
        Fixture.await(TO_QUIET, () -> number("xact_start is not null") == 0);
        var busy = number("xact_start is not null");
        var connections = number("true");
        cases.add(
                "D03",
                "no connection is left inside a transaction; the tenant is named for one transaction only",
                busy == 0,
                "%,d given up midway, %d open transactions".formatted(cut, busy));
        cases.add(
                "D03",
                "the pool is back to its size, with one connection that listens",
                connections <= POOL + 1,
                "%d connections, %s in use".formatted(connections, acquired()));
    }

    private long number(String condition) {
        return fixture.number("select count(*) from pg_stat_activity where usename = 'satuatap_app' and " + condition);
    }

    private String acquired() {
        var stack = fixture.stack();
        var acquired = ACQUIRED.matcher(stack.send(stack.requestTo(Part.PLATFORM_CORE, "/actuator/prometheus"))
                .body());
        return acquired.find() ? acquired.group(1) : "unknown";
    }
}
