package id.satuatap.launcher.backup;

import id.satuatap.launcher.database.DatabaseServer;
import id.satuatap.launcher.database.LocalPostgres;
import id.satuatap.launcher.home.Folders;
import id.satuatap.launcher.home.Home;
import id.satuatap.launcher.home.Secrets;
import id.satuatap.launcher.process.ChildProcess;
import id.satuatap.launcher.settings.CannotStart;
import id.satuatap.launcher.settings.Part;
import id.satuatap.launcher.settings.Settings;
import id.satuatap.launcher.stack.EnvironmentVariables;
import id.satuatap.launcher.stack.ExtractedJar;
import id.satuatap.launcher.stack.JavaCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Map;
import java.util.Objects;

/** Restores a backup beside the running home, takes one tenant from it ({@code TenantRestore} in platform-core), and throws the rest away. */
public record TenantRecovery(Settings settings, Home home, DatabaseServer live) {

    private static final String MAIN = "id.satuatap.core.setup.TenantRestore";

    public void run(Recovery recovery) {
        var beside = Home.open(home.emptyTemporary("restore").resolve("home"));
        try {
            var port = freePort();
            recovery.into(beside, port);
            var backup = new LocalPostgres(beside, port, Secrets.of(beside).databaseAdmin()).start();
            if (ChildProcess.exitCode(restore(recovery, beside, backup)) != 0) {
                throw new CannotStart("Tidak ada yang dipulihkan. / Nothing was restored.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot restore", e);
        } finally {
            LocalPostgres.stop(beside);
            Folders.delete(beside.folder());
        }
    }

    /** From a jar of its own: the folder of the part that runs is left alone. */
    private Process restore(Recovery recovery, Home beside, DatabaseServer backup) throws IOException {
        var app = ExtractedJar.of(Part.PLATFORM_CORE, settings, beside);
        var command = JavaCommand.setup(app, MAIN, settings, beside.emptyTemporary("tenant-restore"));
        var builder = new ProcessBuilder(command).inheritIO();
        builder.environment().putAll(variables(recovery, beside, backup));
        return builder.start();
    }

    private Map<String, String> variables(Recovery recovery, Home beside, DatabaseServer backup) {
        var variables = new EnvironmentVariables(settings, home, Secrets.of(home)).setup(Part.PLATFORM_CORE, live);
        variables.put("SATUATAP_BACKUP_DATABASE_HOST", backup.host());
        variables.put("SATUATAP_BACKUP_DATABASE_PORT", Integer.toString(backup.port()));
        variables.put("SATUATAP_BACKUP_DATABASE_NAME", DatabaseServer.PLATFORM);
        variables.put("SATUATAP_BACKUP_DATABASE_OWNER_USERNAME", DatabaseServer.OWNER);
        variables.put(
                "SATUATAP_BACKUP_DATABASE_OWNER_PASSWORD", Secrets.of(beside).databaseOwner());
        variables.put("SATUATAP_BACKUP_FILES", beside.files().toString());
        variables.put(
                "SATUATAP_BACKUP_OF",
                recovery.moment() == null ? "newest" : recovery.moment().toString());
        variables.put("SATUATAP_TENANT", Objects.requireNonNull(recovery.tenant()));
        variables.put("SATUATAP_RESTORED_BY", Objects.requireNonNull(recovery.by()));
        return variables;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
