package id.satuatap.bench;

import id.satuatap.stack.Command;
import id.satuatap.stack.Resource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What connections that never wait got.
 *
 * @param perSecond answers, those with an error left out
 * @param median milliseconds, as is p99
 */
public record Load(long requests, long errors, double perSecond, double median, double p99) {

    private static final Pattern RESULT = Pattern.compile("result (\\d+) (\\d+) (\\d+) (\\d+) (\\d+)");

    /** From {@code wrk}, by a script that lies beside this. */
    public static Load run(String address, String script, int connections, Duration time, Object... arguments) {
        var text = Resource.text(Load.class, script) + Resource.text(Load.class, "result.lua");
        var command = new ArrayList<>(List.of("wrk", "-t1", "-c" + connections, "-d" + time.toSeconds() + "s"));
        command.addAll(List.of("--timeout", "15s", "-s", Resource.file(text).toString(), address, "--"));
        for (var argument : arguments) {
            command.add(argument.toString());
        }
        var told = Command.run(command.toArray(String[]::new));
        var result = RESULT.matcher(told);
        if (!result.find()) {
            throw new IllegalStateException(told);
        }
        return of(IntStream.rangeClosed(1, 5)
                .mapToLong(group -> Long.parseLong(result.group(group)))
                .toArray());
    }

    private static Load of(long[] figures) {
        var good = figures[0] - figures[2];
        return new Load(figures[0], figures[2], good * 1e6 / figures[1], figures[3] / 1e3, figures[4] / 1e3);
    }

    /** The same, where an error makes the run worthless. */
    public Load sound() {
        if (errors > 0 || requests == 0) {
            throw new IllegalStateException("%d of %d requests failed".formatted(errors, requests));
        }
        return this;
    }
}
