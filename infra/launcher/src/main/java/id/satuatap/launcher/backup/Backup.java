package id.satuatap.launcher.backup;

import id.satuatap.launcher.database.DatabaseServer;
import id.satuatap.launcher.home.Folders;
import id.satuatap.launcher.home.Home;
import id.satuatap.launcher.settings.CannotStart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/**
 * A copy of a home while it works: the database as PostgreSQL asks for it, then the uploaded files and the secrets. The
 * write-ahead log is archived by the server itself; with it the copy can be brought to any later moment.
 */
public record Backup(Home home, DatabaseServer server) {

    private static final Set<Path> WITHOUT_CONTENT = Set.of(
            Path.of("pg_wal"),
            Path.of("pg_dynshmem"),
            Path.of("pg_notify"),
            Path.of("pg_replslot"),
            Path.of("pg_serial"),
            Path.of("pg_snapshots"),
            Path.of("pg_stat_tmp"),
            Path.of("pg_subtrans"));
    private static final Set<String> OF_THE_RUNNING_SERVER = Set.of("postmaster.pid", "postmaster.opts");

    static final List<String> SECRETS = List.of("secrets.json", "seed.json");

    /** It has its name when it is whole. */
    public void to(Path folder) {
        if (Files.exists(folder)) {
            throw new CannotStart("%s sudah ada. / There is something already; name a new folder.".formatted(folder));
        }
        var unfinished = Folders.unfinished(folder);
        try (var connection = server.connect()) {
            Files.createDirectories(unfinished);
            database(connection, unfinished.resolve("data"));
            Folders.copy(home.files(), unfinished.resolve("files"), path -> !path.startsWith("tmp"));
            for (var name : SECRETS) {
                Files.copy(home.folder().resolve(name), unfinished.resolve(name), StandardCopyOption.COPY_ATTRIBUTES);
            }
            Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the backup", e);
        } catch (SQLException e) {
            throw new CannotStart("Cadangan gagal. / The backup failed: " + e.getMessage(), e);
        } finally {
            Folders.delete(unfinished);
        }
    }

    private void database(Connection connection, Path to) throws SQLException, IOException {
        if (!one(connection, "show archive_mode").equals("on")) {
            throw new CannotStart(
                    "Arsip WAL belum aktif. / Switch on archive_mode and archive_command first; docs/operations.md says how.");
        }
        one(connection, "select pg_backup_start('satuatap', true)");
        Folders.copy(home.postgres().resolve("data").toRealPath(), to, Backup::isWanted);
        try (var statement = connection.createStatement();
                var stop = statement.executeQuery("select labelfile, spcmapfile from pg_backup_stop()")) {
            stop.next();
            Files.writeString(to.resolve("backup_label"), stop.getString(1));
            if (!stop.getString(2).isEmpty()) {
                throw new CannotStart("Tablespace tidak didukung. / The backup knows no tablespaces.");
            }
        }
    }

    private static boolean isWanted(Path path) {
        var parent = path.getParent();
        return !OF_THE_RUNNING_SERVER.contains(path.toString())
                && (parent == null || !WITHOUT_CONTENT.contains(parent))
                && !path.getFileName().toString().startsWith("pgsql_tmp");
    }

    private static String one(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
