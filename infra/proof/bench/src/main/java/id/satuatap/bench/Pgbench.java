package id.satuatap.bench;

import id.satuatap.stack.Command;
import id.satuatap.stack.Database;
import id.satuatap.stack.Resource;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;

/** PostgreSQL's own load generator: the same statements with nothing between. */
final class Pgbench {

    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");

    private Pgbench() {}

    static double asRuntime(Field field, String script, int clients, Duration time) {
        return run(field, "satuatap_app", field.stack.database().runtimePassword(), script, clients, time);
    }

    /** Transactions a second of a script over all tenants; without a time only ten by each client. */
    static double run(Field field, String user, String password, String script, int clients, Duration time) {
        var told = Command.ended(
                        Map.of("PGPASSWORD", password),
                        "pgbench",
                        "-n",
                        "-Mprepared",
                        "-h127.0.0.1",
                        "-p" + field.stack.database().port(),
                        "-U" + user,
                        "-c" + clients,
                        time.isZero() ? "-t10" : "-T" + time.toSeconds(),
                        "-Dfirst=0",
                        "-Dlast=" + (field.tenants() - 1),
                        "-f" + Resource.file(Resource.text(Pgbench.class, script)),
                        Database.PLATFORM)
                .said();
        var rate = RATE.matcher(told);
        if (!rate.find()) {
            throw new IllegalStateException(told);
        }
        return Double.parseDouble(rate.group(1));
    }
}
