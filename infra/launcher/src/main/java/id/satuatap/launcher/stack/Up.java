package id.satuatap.launcher.stack;

import id.satuatap.launcher.database.DatabaseServer;
import id.satuatap.launcher.database.Provisioning;
import id.satuatap.launcher.home.Home;
import id.satuatap.launcher.process.HomeLock;
import id.satuatap.launcher.settings.CannotStart;
import id.satuatap.launcher.settings.Settings;
import id.satuatap.launcher.settings.Terminal;
import java.time.Instant;

/** {@code infra/up}: leaves alone what runs as wanted, and starts everything else anew. */
public record Up(Settings settings, Home home, Terminal terminal, LocalStack stack) {

    public void run(boolean detach, boolean fresh) {
        var since = Instant.now();
        new HomeLock(home).take();
        if (!fresh && stack.runsAsWanted()) {
            terminal.say("Satu Atap sudah berjalan. / Already running.");
        } else {
            start(fresh);
            terminal.say("Siap. / Ready: " + Terminal.seconds(since));
        }
        new Welcome(settings, home, terminal).show();
        if (!detach) {
            Runtime.getRuntime().addShutdownHook(new Thread(stack::stop));
            terminal.say("Ctrl-C menghentikan semuanya. / Ctrl-C stops everything.");
            stack.watch();
        }
    }

    /** Refuses to wipe a home unasked. */
    public void confirm(boolean fresh, boolean yes) {
        if (fresh && !yes) {
            throw new CannotStart(
                    "--fresh menghapus semua data di %s. / It deletes all data there; add --yes if that is meant."
                            .formatted(home.folder()));
        }
    }

    private void start(boolean fresh) {
        checkExternalDatabase(); // before anything that runs is stopped for it
        var stopper = new Thread(stack::stop);
        Runtime.getRuntime().addShutdownHook(stopper); // a start that fails leaves nothing half done
        if (stack.runsAnything()) {
            terminal.say("Sisa dari start sebelumnya dihentikan. / Stopping what an earlier start left.");
            stack.stop();
            stack.reopen();
        }
        if (fresh) {
            wipe();
        }
        home.checkSpace();
        Ports.check(settings.port(), settings.database() == null);
        terminal.say("Satu Atap · %s · %s".formatted(settings.baseUrl(), home.folder()));
        new Startup(settings, home, stack, terminal).run();
        Runtime.getRuntime().removeShutdownHook(stopper);
    }

    private void checkExternalDatabase() {
        var external = settings.database();
        if (external != null) {
            DatabaseServer.of(external).check();
        }
    }

    private void wipe() {
        var external = settings.database();
        if (external != null) {
            Provisioning.drop(DatabaseServer.of(external));
        }
        home.wipe();
    }
}
