package id.satuatap.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Load from {@code wrk}: as many requests as the connections take.
 *
 * @param perSecond answers, those with an error left out
 */
record Load(long requests, long errors, double perSecond, Duration median, Duration p99) {

    private static final Pattern RESULT = Pattern.compile("result (\\d+) (\\d+) (\\d+) (\\d+) (\\d+)");

    static boolean possible() {
        return Command.exists("wrk");
    }

    static Load run(String address, String script, int connections, Duration time, Object... arguments) {
        var command = new ArrayList<>(List.of(
                "wrk",
                "-t1",
                "-c" + connections,
                "-d" + time.toSeconds() + "s",
                "--timeout",
                "15s",
                "-s",
                Resource.file(script).toString(),
                address,
                "--"));
        for (var argument : arguments) {
            command.add(argument.toString());
        }
        var told = Command.run(command);
        var result = RESULT.matcher(told);
        if (!result.find()) {
            throw new IllegalStateException(told);
        }
        long requests = Long.parseLong(result.group(1));
        long errors = Long.parseLong(result.group(3));
        return new Load(
                requests,
                errors,
                (requests - errors) * 1e6 / Long.parseLong(result.group(2)),
                micros(result.group(4)),
                micros(result.group(5)));
    }

    /** The same, where an error makes the run worthless. */
    Load sound() {
        if (errors > 0) {
            throw new IllegalStateException("%d of %d requests failed".formatted(errors, requests));
        }
        return this;
    }

    private static Duration micros(String micros) {
        return Duration.ofNanos(Long.parseLong(micros) * 1000);
    }
}
