package id.satuatap.launcher;

import id.satuatap.launcher.backup.Backup;
import id.satuatap.launcher.backup.Recovery;
import id.satuatap.launcher.backup.TenantRecovery;
import id.satuatap.launcher.database.DatabaseServer;
import id.satuatap.launcher.database.LocalPostgres;
import id.satuatap.launcher.home.Home;
import id.satuatap.launcher.home.Secrets;
import id.satuatap.launcher.process.HomeLock;
import id.satuatap.launcher.settings.CannotStart;
import id.satuatap.launcher.settings.Settings;
import id.satuatap.launcher.settings.Terminal;
import id.satuatap.launcher.stack.LocalStack;
import id.satuatap.launcher.stack.Up;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** What {@code infra/up}, {@code infra/down}, {@code infra/backup} and {@code infra/restore} call. */
public final class Launcher {

    private static final String USAGE = """
            infra/up [--detach] [--fresh --yes]   infra/down   infra/backup <folder>
            infra/restore <backup> --wal <folder> [--to <time>] [--tenant <slug> --by <name>]""";

    private final Settings settings;
    private final Home home;
    private final Terminal terminal;
    private final LocalStack stack;

    private Launcher(Settings settings) {
        this.settings = settings;
        this.home = Home.open(settings.home());
        this.terminal = new Terminal(System.out);
        this.stack = new LocalStack(settings, home, terminal);
    }

    public static void main(String[] arguments) {
        var words = Arrays.asList(arguments);
        try {
            var root = Path.of(System.getProperty("satuatap.root", "."))
                    .toAbsolutePath()
                    .normalize();
            new Launcher(Settings.of(System.getenv(), root)).run(words.isEmpty() ? "" : words.getFirst(), words);
        } catch (CannotStart e) {
            System.err.println("✗ " + e.getMessage());
            System.exit(1);
        } catch (UncheckedIOException e) {
            System.err.println("✗ %s: %s".formatted(e.getMessage(), e.getCause()));
            System.exit(1);
        }
    }

    private void run(String word, List<String> words) {
        var options = words.subList(Math.min(1, words.size()), words.size());
        if (word.equals("up") && List.of("--detach", "--fresh", "--yes").containsAll(options)) {
            up(options);
        } else if (word.equals("down") && options.isEmpty()) {
            down();
        } else if (word.equals("backup") && options.size() == 1) {
            backup(Path.of(options.getFirst()).toAbsolutePath());
        } else if (word.equals("restore") && options.size() % 2 == 1) {
            restore(Recovery.of(options));
        } else {
            throw new CannotStart(USAGE);
        }
    }

    private void up(List<String> options) {
        var up = new Up(settings, home, terminal, stack);
        up.confirm(options.contains("--fresh"), options.contains("--yes"));
        up.run(options.contains("--detach"), options.contains("--fresh"));
    }

    private void down() {
        var stoppedAnother = new HomeLock(home).takeOver();
        if (stack.runsAnything()) {
            stack.stop();
        } else if (stoppedAnother) {
            terminal.say("✓ berhenti / stopped");
        } else {
            terminal.say("Satu Atap tidak berjalan. / Nothing runs in " + home.folder());
        }
    }

    private void backup(Path folder) {
        var since = Instant.now();
        new Backup(home, localDatabase()).to(folder);
        terminal.done("cadangan / backup " + folder, since);
    }

    private void restore(Recovery recovery) {
        var since = Instant.now();
        if (recovery.tenant() == null) {
            new HomeLock(home).take();
            recovery.into(home, settings.databasePort());
            terminal.done("dipulihkan / restored", since);
            terminal.say("Mulai dengan infra/up. / Start it with infra/up.");
        } else {
            new TenantRecovery(settings, home, localDatabase()).run(recovery);
            terminal.done("%s dipulihkan / restored".formatted(recovery.tenant()), since);
        }
    }

    private DatabaseServer localDatabase() {
        if (settings.database() != null || LocalPostgres.running(home).isEmpty()) {
            throw new CannotStart(
                    "Hanya untuk basis data tertanam yang berjalan. / Only for the embedded database, while it runs; an external server has its own backup.");
        }
        return LocalPostgres.server(settings.databasePort(), Secrets.of(home).databaseAdmin());
    }
}
