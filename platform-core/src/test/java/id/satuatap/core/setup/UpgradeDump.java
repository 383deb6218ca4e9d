package id.satuatap.core.setup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;

/**
 * The rows of every table and the files of a database, in one zip: {@code spbe.answer.csv}, {@code files/<tenant>/<document>}. Written
 * and loaded by a superuser, whom row level security does not stop.
 */
final class UpgradeDump {

    private static final String CSV = ".csv";
    private static final String FILES = "files/";

    private UpgradeDump() {}

    /** Writes the next dump: {@code jdbc:postgresql://127.0.0.1:8085/satuatap postgres <password> <home>/files <zip>}. */
    public static void main(String[] arguments) throws SQLException, IOException {
        try (var superuser = DriverManager.getConnection(arguments[0], arguments[1], arguments[2]);
                var zip = new ZipOutputStream(Files.newOutputStream(Path.of(arguments[4])))) {
            rows(superuser, zip);
            files(Path.of(arguments[3]), zip);
        }
    }

    /** Every table but the history of the migrations: those are run before the rows are loaded. */
    static List<String> tables(Connection superuser) throws SQLException {
        var tables = new ArrayList<String>();
        try (var statement = superuser.createStatement();
                var names = statement.executeQuery("""
                        select schemaname || '.' || tablename from pg_tables
                         where schemaname !~ '^pg_' and schemaname not in ('information_schema', 'setup')
                         order by 1
                        """)) {
            while (names.next()) {
                tables.add(names.getString(1));
            }
        }
        return tables;
    }

    private static void rows(Connection superuser, ZipOutputStream zip) throws SQLException, IOException {
        var copies = superuser.unwrap(PGConnection.class).getCopyAPI();
        for (var table : tables(superuser)) {
            zip.putNextEntry(new ZipEntry(table + CSV));
            copies.copyOut(
                    "copy (select * from %s order by 1, 2) to stdout (format csv, header)".formatted(table), zip);
            zip.closeEntry();
        }
    }

    private static void files(Path folder, ZipOutputStream zip) throws IOException {
        try (var paths = Files.walk(folder)) {
            for (var file : paths.filter(Files::isRegularFile).sorted().toList()) {
                zip.putNextEntry(new ZipEntry(FILES + folder.relativize(file)));
                Files.copy(file, zip);
                zip.closeEntry();
            }
        }
    }

    /** Into a database whose schema is that of the dump: a column that is not where it was then is refused. */
    static void load(InputStream dump, Connection superuser, Path folder) throws SQLException, IOException {
        var copies = superuser.unwrap(PGConnection.class).getCopyAPI();
        try (var zip = new ZipInputStream(dump);
                var statement = superuser.createStatement()) {
            statement.execute("set session_replication_role = replica"); // foreign keys held where it was written
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var name = entry.getName();
                if (name.startsWith(FILES)) {
                    var file = folder.resolve(name.substring(FILES.length()));
                    Files.createDirectories(file.getParent());
                    Files.copy(zip, file);
                } else {
                    copies.copyIn(
                            "copy %s from stdin (format csv, header match)"
                                    .formatted(name.substring(0, name.length() - CSV.length())),
                            zip);
                }
            }
        }
    }
}
