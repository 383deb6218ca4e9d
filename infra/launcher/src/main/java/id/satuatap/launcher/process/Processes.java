package id.satuatap.launcher.process;

import id.satuatap.launcher.home.Home;
import id.satuatap.launcher.home.PrivateJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The processes of one home: each is remembered in a file, so that another launcher finds it again. */
public record Processes(Home home) {

    /** Starts one in the background, with a log of its own; the log before stays readable. */
    public Process start(String label, String build, List<String> command, Map<String, String> variables) {
        setAside(home.log(label));
        var process = BackgroundProcess.start(command, variables, home, label);
        try {
            PrivateJson.write(file(label), RecordedProcess.of(process.toHandle(), build));
        } catch (UncheckedIOException e) {
            process.destroyForcibly(); // else nobody would know of it
            throw e;
        }
        return process;
    }

    public Optional<RecordedProcess> running(String label) {
        return recorded(label).filter(process -> process.alive().isPresent());
    }

    /** The same, whether or not it still runs. */
    public Optional<RecordedProcess> recorded(String label) {
        return RecordedProcess.read(file(label));
    }

    public void forget(String label) {
        try {
            Files.deleteIfExists(file(label));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String label) {
        return home.run(label + ".json");
    }

    private static void setAside(Path log) {
        try {
            if (Files.exists(log)) {
                Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
