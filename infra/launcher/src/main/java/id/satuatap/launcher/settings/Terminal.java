package id.satuatap.launcher.settings;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** What the person at the terminal reads: one line per step, Indonesian first, English beside it. */
public final class Terminal {

    private static final Locale INDONESIAN = Locale.of("id", "ID");
    private static final double MILLIS = 1000.0;

    private final PrintStream out;

    public Terminal(PrintStream out) {
        this.out = out;
    }

    public void say(String line) {
        out.println(line);
    }

    public void done(String step, Instant since) {
        out.printf("✓ %-28s %s%n", step, seconds(since));
    }

    public static String seconds(Instant since) {
        return String.format(
                INDONESIAN, "%.1f s", Duration.between(since, Instant.now()).toMillis() / MILLIS);
    }
}
