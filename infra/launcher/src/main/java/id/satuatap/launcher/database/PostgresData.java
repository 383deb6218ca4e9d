package id.satuatap.launcher.database;

import id.satuatap.launcher.home.Folders;
import id.satuatap.launcher.home.Home;
import id.satuatap.launcher.home.PrivateJson;
import id.satuatap.launcher.process.BackgroundProcess;
import id.satuatap.launcher.process.ChildProcess;
import id.satuatap.launcher.process.LogTail;
import id.satuatap.launcher.settings.CannotStart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/** The data folder of the embedded PostgreSQL, made by {@code initdb} once. */
record PostgresData(Home home) {

    private static final String MAJOR_VERSION = "18";

    Path folder() {
        return home.postgres().resolve("data");
    }

    /** Makes it if it is missing, refuses what is no data of this version, and clears what a crash left. */
    void prepare(PostgresProgram program, String superuser, String password) {
        try {
            if (!Files.exists(folder())) {
                initialize(program, superuser, password);
            }
            checkVersion(folder().resolve("PG_VERSION"));
            // After a crash the number in it may belong to somebody else by now, and PostgreSQL would hesitate.
            Files.deleteIfExists(folder().resolve("postmaster.pid"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void checkVersion(Path version) throws IOException {
        if (!Files.exists(version) || !Files.readString(version).strip().equals(MAJOR_VERSION)) {
            throw new CannotStart(
                    "Folder data %s tidak utuh. / It is no data folder of PostgreSQL %s: restore it, or begin anew with --fresh --yes."
                            .formatted(folder(), MAJOR_VERSION));
        }
    }

    /** Under a temporary name first, so that a kill half-way leaves nothing that would be taken for data. */
    private void initialize(PostgresProgram program, String superuser, String password) throws IOException {
        var unfinished = Folders.unfinished(folder());
        var passwordFile = home.run("initdb");
        PrivateJson.write(passwordFile, password);
        Files.writeString(passwordFile, password + "\n");
        var command = program.command("initdb", options(unfinished, superuser, passwordFile));
        run(command);
        Files.delete(passwordFile);
        Files.move(unfinished, folder(), StandardCopyOption.ATOMIC_MOVE);
    }

    private static String[] options(Path data, String superuser, Path passwordFile) {
        return new String[] {
            "--pgdata=" + data,
            "--username=" + superuser,
            "--pwfile=" + passwordFile,
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale=C",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8"
        };
    }

    private void run(List<String> initdb) {
        var process = BackgroundProcess.start(initdb, Map.of("LC_ALL", "C"), home, "initdb");
        if (ChildProcess.exitCode(process) != 0) {
            throw new CannotStart("initdb gagal. / initdb failed:\n" + LogTail.of(home.log("initdb")));
        }
    }
}
