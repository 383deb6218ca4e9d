package id.satuatap.isolation.sql;

import id.satuatap.stack.Database;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/** Every statement that core sends while it is open, as the server notes it in its own log. */
public final class StatementLog implements AutoCloseable {

    /** What one connection of core's role sent. */
    record Statement(String process, String text) {}

    private static final Duration TO_BE_WRITTEN = Duration.ofMillis(500);
    private static final Pattern LINE = Pattern.compile("^~(\\d+)~([^~]*)~(LOG|ERROR|DETAIL|[A-Z]+): +(.*)$");
    private static final Pattern SENT = Pattern.compile("(?s)^(?:statement|execute [^:]*): (.*)$");

    private final Database database;
    private final Path file;
    private final long from;

    private StatementLog(Database database, Path file, long from) {
        this.database = database;
        this.file = file;
        this.from = from;
    }

    /** @param home of the stack */
    public static StatementLog open(Database database, Path home) throws SQLException, IOException {
        var file = home.resolve("log/postgresql.log");
        set(database, "alter system set log_statement = 'all'", "alter system set log_line_prefix = '~%p~%u~'");
        LockSupport.parkNanos(TO_BE_WRITTEN.toNanos());
        return new StatementLog(database, file, Files.size(file));
    }

    /** What was sent since it was opened, in order. */
    List<Statement> sent() throws IOException {
        LockSupport.parkNanos(TO_BE_WRITTEN.toNanos());
        var statements = new ArrayList<Statement>();
        var process = "";
        var text = new StringBuilder();
        for (var line : lines()) {
            var head = LINE.matcher(line);
            if (!head.matches()) {
                text.append('\n').append(line.strip());
                continue;
            }
            keep(statements, process, text);
            text.setLength(0);
            process = head.group(2).equals("satuatap_app") && head.group(3).equals("LOG") ? head.group(1) : "";
            text.append(head.group(4));
        }
        keep(statements, process, text);
        return statements;
    }

    @Override
    public void close() throws SQLException {
        set(database, "alter system reset log_statement", "alter system reset log_line_prefix");
    }

    private static void keep(List<Statement> statements, String process, StringBuilder text) {
        var sent = SENT.matcher(text);
        if (!process.isEmpty() && sent.matches()) {
            statements.add(new Statement(process, sent.group(1).strip()));
        }
    }

    private List<String> lines() throws IOException {
        try (var log = new RandomAccessFile(file.toFile(), "r")) {
            log.seek(from);
            var bytes = new byte[(int) (log.length() - from)];
            log.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8).lines().toList();
        }
    }

    private static void set(Database database, String... settings) throws SQLException {
        try (var connection = database.superuser(Database.PLATFORM);
                var statement = connection.createStatement()) {
            for (var setting : settings) {
                statement.execute(setting);
            }
            statement.execute("select pg_reload_conf()");
        }
    }
}
