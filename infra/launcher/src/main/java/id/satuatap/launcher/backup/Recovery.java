package id.satuatap.launcher.backup;

import id.satuatap.launcher.database.LocalPostgres;
import id.satuatap.launcher.home.Folders;
import id.satuatap.launcher.home.Home;
import id.satuatap.launcher.home.Secrets;
import id.satuatap.launcher.settings.CannotStart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is to come back from a backup.
 *
 * @param backup as {@link Backup} made it
 * @param wal where the server archived its write-ahead log
 * @param moment up to which changes are taken; all that were archived if there is none
 * @param tenant only this one, into a home that goes on working
 * @param by who restores that tenant, for its audit trail
 */
public record Recovery(
        Path backup,
        Path wal,
        @Nullable OffsetDateTime moment,
        @Nullable String tenant,
        @Nullable String by) {

    private static final Duration PATIENCE = Duration.ofHours(2);

    /** This early PostgreSQL knows no names of time zones, so no Z. */
    private static final DateTimeFormatter POSTGRESQL = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSSxxx");

    public static Recovery of(List<String> words) {
        var options = new HashMap<String, String>();
        for (var i = 1; i < words.size(); i += 2) {
            options.put(words.get(i), words.get(i + 1));
        }
        if (!Set.of("--wal", "--to", "--tenant", "--by").containsAll(options.keySet())
                || !options.containsKey("--wal")
                || options.containsKey("--tenant") != options.containsKey("--by")) {
            throw new CannotStart("infra/restore <backup> --wal <folder> [--to <time>] [--tenant <slug> --by <name>]");
        }
        return new Recovery(
                Path.of(words.getFirst()).toAbsolutePath(),
                Path.of(options.get("--wal")).toAbsolutePath(),
                moment(options),
                options.get("--tenant"),
                options.get("--by"));
    }

    /** Lays it into a home that has no data, lets PostgreSQL go on to the moment, and stops it there. */
    public void into(Home home, int port) {
        if (home.hasData() || !Files.exists(backup.resolve("data/backup_label"))) {
            throw new CannotStart(
                    "%s berisi data, atau %s bukan cadangan. / There is data in the home, or that is no backup; name an empty SATUATAP_HOME."
                            .formatted(home.folder(), backup));
        }
        try {
            lay(home);
            var data = home.postgres().resolve("data");
            Files.writeString(data.resolve("postgresql.auto.conf"), settings(), StandardOpenOption.APPEND);
            Files.createFile(data.resolve("recovery.signal"));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot restore", e);
        }
        new LocalPostgres(home, port, Secrets.of(home).databaseAdmin()).start(PATIENCE);
        LocalPostgres.stop(home);
    }

    private void lay(Home home) throws IOException {
        Folders.delete(home.files());
        Folders.copy(backup.resolve("files"), home.files(), path -> true);
        for (var name : Backup.SECRETS) {
            Files.copy(
                    backup.resolve(name),
                    home.folder().resolve(name),
                    StandardCopyOption.COPY_ATTRIBUTES,
                    StandardCopyOption.REPLACE_EXISTING);
        }
        Folders.copy(backup.resolve("data"), home.postgres().resolve("data"), path -> true);
    }

    /** Nobody gets in before it is done; and what is restored must not write into the archive it came from. */
    private String settings() {
        return """

                # Written by infra/restore. Remove archive_mode to archive again, into a folder of its own.
                archive_mode = off
                hot_standby = off
                restore_command = 'cp "%s/%%f" "%%p"'
                recovery_target_action = promote
                """.formatted(wal)
                + (moment == null ? "" : "recovery_target_time = '%s'%n".formatted(POSTGRESQL.format(moment)));
    }

    private static @Nullable OffsetDateTime moment(Map<String, String> options) {
        var given = options.get("--to");
        try {
            return given == null ? null : OffsetDateTime.parse(given);
        } catch (DateTimeException e) {
            throw new CannotStart(
                    "%s bukan waktu. / Give the time as in 2026-01-31T16:30:00+07:00.".formatted(given), e);
        }
    }
}
