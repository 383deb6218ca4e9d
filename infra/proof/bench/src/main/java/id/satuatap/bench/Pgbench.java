package id.satuatap.bench;

import id.satuatap.stack.Database;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** PostgreSQL's own load generator: the same statements with nothing between. */
final class Pgbench {

    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");

    private Pgbench() {}

    static boolean possible() {
        return Command.exists("pgbench");
    }

    /** Transactions a second of a script over tenants {@code first} to {@code last}; without a time only ten by each client. */
    static double run(
            Database database,
            String user,
            String password,
            String script,
            int clients,
            Duration time,
            int first,
            int last) {
        var told = Command.run(
                List.of(
                        "pgbench",
                        "-n",
                        "-M",
                        "prepared",
                        "-h",
                        "127.0.0.1",
                        "-p",
                        String.valueOf(database.port()),
                        "-U",
                        user,
                        "-c",
                        String.valueOf(clients),
                        "-j",
                        "1",
                        time.isZero() ? "-t10" : "-T" + time.toSeconds(),
                        "-D",
                        "first=" + first,
                        "-D",
                        "last=" + last,
                        "-f",
                        Resource.file(script).toString(),
                        Database.PLATFORM),
                Map.of("PGPASSWORD", password));
        var rate = RATE.matcher(told);
        if (!rate.find()) {
            throw new IllegalStateException(told);
        }
        return Double.parseDouble(rate.group(1));
    }
}
