package id.satuatap.launcher.stack;

import id.satuatap.launcher.settings.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command lines of the parts. Whoever records a start-up cache and who uses it need identical options. */
public final class JavaCommand {

    private static final int SETUP_HEAP_MEGABYTES = 256;

    /**
     * Half of the heap for what is new, a sixth of that for what outlives one collection: with a thousand requests under way at once, that is much.
     * Parts with sessions keep more for what is old.
     */
    private static final List<String> ROOM_FOR_REQUESTS = List.of("-XX:NewRatio=1", "-XX:SurvivorRatio=4");

    private JavaCommand() {}

    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    public static List<String> server(ExtractedJar app, Settings settings, Path temporary) {
        var command = options(app.part().heapMegabytes, settings, temporary);
        if (app.part().takesManyRequests()) {
            command.addAll(ROOM_FOR_REQUESTS);
        }
        if (settings.aot()) {
            command.add(
                    Files.exists(app.cache())
                            ? "-XX:AOTCache=" + app.cache()
                            : "-XX:AOTCacheOutput=" + app.unfinishedCache());
        }
        command.addAll(List.of("-jar", app.jar().toString()));
        return command;
    }

    public static List<String> setup(ExtractedJar app, String mainClass, Settings settings, Path temporary) {
        var command = options(SETUP_HEAP_MEGABYTES, settings, temporary);
        command.addAll(List.of("-cp", app.jar().toString(), mainClass));
        return command;
    }

    private static List<String> options(int heapMegabytes, Settings settings, Path temporary) {
        var command = new ArrayList<>(List.of(
                java(),
                "-Xmx" + heapMegabytes + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xlog:aot=error",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.io.tmpdir=" + temporary));
        settings.javaOptions()
                .lines()
                .flatMap(line -> List.of(line.split(" ")).stream())
                .filter(option -> !option.isBlank())
                .forEach(command::add);
        return command;
    }
}
