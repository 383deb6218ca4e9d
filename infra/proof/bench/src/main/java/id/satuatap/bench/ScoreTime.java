package id.satuatap.bench;

import id.satuatap.stack.Command;
import id.satuatap.stack.Part;
import id.satuatap.stack.Suite;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How long core takes to reckon an index from 47 levels, by JMH on core's own classes as they are deployed. */
final class ScoreTime {

    private static final Pattern SCORE = Pattern.compile("score\\s+avgt\\s+(?:\\d+\\s+)?([0-9.,]+)");

    private ScoreTime() {}

    static void run(Suite.Run run) {
        var rows = run.report().of("score");
        var micros = measure(run, run.isShort() ? "-wi 1 -w 100ms -i 1 -r 100ms" : "-wi 5 -w 2s -i 5 -r 2s");
        if (run.isShort()) {
            rows.check(true, "", "an index from 47 levels, in process", "");
        } else {
            rows.reach(micros <= 20, "", "score of 47 indicators ≤ 20 µs", "%.1f µs", micros);
        }
    }

    private static double measure(Suite.Run run, String options) {
        var command = run.stack().service(Part.PLATFORM_CORE).command();
        var core = Path.of(command.get(command.indexOf("-jar") + 1));
        var lib = Objects.requireNonNull(core.getParent()).resolve("lib");
        var path = System.getProperty("java.class.path") + ":" + core + ":" + lib + "/*";
        var jmh = List.of(command.getFirst(), "-cp", path, "org.openjdk.jmh.Main", "ScoreBenchmark", "-f", "0");
        var told = Command.run(
                Stream.concat(jmh.stream(), Stream.of(options.split(" "))).toArray(String[]::new));
        var score = SCORE.matcher(told);
        if (!score.find()) {
            throw new IllegalStateException(told);
        }
        return Double.parseDouble(score.group(1).replace(',', '.'));
    }
}
