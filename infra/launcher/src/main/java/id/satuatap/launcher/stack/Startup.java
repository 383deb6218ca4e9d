package id.satuatap.launcher.stack;

import id.satuatap.launcher.database.DatabaseServer;
import id.satuatap.launcher.database.LocalPostgres;
import id.satuatap.launcher.database.Provisioning;
import id.satuatap.launcher.home.Home;
import id.satuatap.launcher.home.PrivateJson;
import id.satuatap.launcher.home.Secrets;
import id.satuatap.launcher.process.ChildProcess;
import id.satuatap.launcher.process.LogTail;
import id.satuatap.launcher.process.ParallelSteps;
import id.satuatap.launcher.seed.Seed;
import id.satuatap.launcher.settings.CannotStart;
import id.satuatap.launcher.settings.Part;
import id.satuatap.launcher.settings.Settings;
import id.satuatap.launcher.settings.Terminal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Brings everything up: the database, the setups that need it, and all parts, side by side. */
public final class Startup {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration POLL = Duration.ofMillis(100);

    private final Settings settings;
    private final Home home;
    private final LocalStack stack;
    private final Terminal terminal;
    private final Secrets secrets;
    private final Seed seed;
    private final CompletableFuture<DatabaseServer> database = new CompletableFuture<>();

    public Startup(Settings settings, Home home, LocalStack stack, Terminal terminal) {
        this.settings = settings;
        this.home = home;
        this.stack = stack;
        this.terminal = terminal;
        this.secrets = Secrets.of(home);
        this.seed = Seed.of(home, settings.issuer());
    }

    /** Returns when every part is well; else the failure names the part and shows the end of its log. */
    public Credentials run() {
        var steps = new ArrayList<Runnable>(List.of(this::startDatabase));
        for (var part : Part.values()) {
            steps.add(() -> bringUp(part));
        }
        ParallelSteps.run(steps);
        var credentials = Credentials.of(settings, seed, secrets, database());
        PrivateJson.write(home.credentials(), credentials);
        PrivateJson.write(home.ready(), Instant.now());
        return credentials;
    }

    private void startDatabase() {
        var since = Instant.now();
        try {
            var external = settings.database();
            var server = external == null
                    ? new LocalPostgres(home, settings.databasePort(), secrets.databaseAdmin()).start()
                    : DatabaseServer.of(external);
            server.check();
            Provisioning.run(server, secrets);
            terminal.done(LocalPostgres.LABEL, since);
            database.complete(server);
        } catch (RuntimeException e) {
            database.completeExceptionally(e);
            throw e;
        }
    }

    private DatabaseServer database() {
        try {
            return database.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    private void bringUp(Part part) {
        var app = ExtractedJar.of(part, settings, home);
        if (part.setup().isPresent()) {
            setUp(app, part.setup().get());
        }
        serve(app);
    }

    private void setUp(ExtractedJar app, String main) {
        var server = database();
        var embedded = settings.database() == null; // what somebody else's server holds is not known here
        var stamp = new SetupStamp(home, app, seed, embedded ? server.identity() : "");
        if (embedded && stamp.isCurrent()) {
            return;
        }
        runSetup(app, main, server);
        if (embedded) {
            stamp.keep();
        }
    }

    private void runSetup(ExtractedJar app, String main, DatabaseServer server) {
        var since = Instant.now();
        var label = LocalStack.setupLabel(app.part());
        var command = JavaCommand.setup(app, main, settings, home.emptyTemporary(label));
        var variables = new EnvironmentVariables(settings, home, secrets).setup(app.part(), server);
        var process = stack.start(label, app.build(), command, variables);
        if (!ChildProcess.endsWithin(process, PATIENCE) || process.exitValue() != 0) {
            throw failed(label);
        }
        stack.forget(label);
        terminal.done(app.part().label + " setup", since);
    }

    private void serve(ExtractedJar app) {
        var part = app.part();
        var since = Instant.now();
        app.forgetUnfinishedCache();
        var command = JavaCommand.server(app, settings, home.emptyTemporary(part.label));
        var environment = new EnvironmentVariables(settings, home, secrets);
        var variables = part.setup().isPresent() ? environment.server(part, database()) : environment.server(part);
        var process = stack.start(part.label, stack.build(app.build()), command, variables);
        while (!Health.isGood(part, settings.port())) {
            if (ChildProcess.endsWithin(process, POLL) || Instant.now().isAfter(since.plus(PATIENCE))) {
                throw failed(part.label);
            }
        }
        terminal.done(part.label, since);
    }

    private CannotStart failed(String label) {
        if (stack.isStopped()) {
            return new CannotStart("Dihentikan. / Stopped.");
        }
        return new CannotStart("%s tidak mau mulai. / %s does not start; the last lines of %s:%n%s"
                .formatted(label, label, home.log(label), LogTail.of(home.log(label))));
    }
}
