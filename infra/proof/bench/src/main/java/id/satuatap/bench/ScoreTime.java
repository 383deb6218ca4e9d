package id.satuatap.bench;

import id.satuatap.stack.Part;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/** How long core takes to reckon an index from 47 levels, by JMH on core's own classes as they are deployed. */
final class ScoreTime {

    private static final String SECTION = "score";
    private static final Pattern SCORE = Pattern.compile("score\\s+avgt\\s+(?:\\d+\\s+)?([0-9.,]+)");

    private final Field field;

    ScoreTime(Field field) {
        this.field = field;
    }

    void run() {
        if (field.isShort()) {
            measure("-wi", "1", "-w", "100ms", "-i", "1", "-r", "100ms");
            field.report().passed(SECTION, "", "an index from 47 levels, in process", "");
            return;
        }
        var micros = measure("-wi", "5", "-w", "2s", "-i", "5", "-r", "2s");
        field.reach(
                micros <= 20,
                SECTION,
                "",
                "score of 47 indicators ≤ 20 µs",
                String.format(Locale.ROOT, "%.1f µs", micros));
    }

    private double measure(String... options) {
        var command = field.stack().service(Part.PLATFORM_CORE).command();
        var core = Path.of(command.get(command.indexOf("-jar") + 1));
        var lib = Objects.requireNonNull(core.getParent()).resolve("lib");
        if (!Files.exists(lib)) {
            throw new IllegalStateException("core is not unpacked at " + core);
        }
        var whole = new java.util.ArrayList<>(List.of(
                command.getFirst(),
                "-cp",
                System.getProperty("java.class.path") + ":" + core + ":" + lib + "/*",
                "org.openjdk.jmh.Main",
                "ScoreBenchmark",
                "-f",
                "0"));
        whole.addAll(List.of(options));
        var told = Command.run(whole);
        var score = SCORE.matcher(told);
        if (!score.find()) {
            throw new IllegalStateException(told);
        }
        return Double.parseDouble(score.group(1).replace(',', '.'));
    }
}
