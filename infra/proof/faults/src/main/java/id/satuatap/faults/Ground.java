package id.satuatap.faults;

import id.satuatap.stack.FreePorts;
import id.satuatap.stack.Part;
import id.satuatap.stack.Rows;
import id.satuatap.stack.Service;
import id.satuatap.stack.Stack;
import id.satuatap.stack.Suite;
import id.satuatap.stack.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The stack as the sections find it: core sends its mail to a sink of ours, reaches its database over a wire of ours,
 * trusts tokens of ours, which are good for the whole run, and serves on for a moment when told to end, as in production.
 */
public final class Ground {

    /** For what is started to become ready. */
    public static final Duration PATIENCE = Duration.ofMinutes(3);

    static final Duration WARM = Duration.ofSeconds(2);

    private static final Duration TOKENS = Duration.ofDays(1);

    private final MailServer mail = new MailServer();
    private final Map<String, String> tokens = new HashMap<>();
    private final Map<String, String> assessments = new HashMap<>();
    private @Nullable Stack stack;
    private @Nullable TcpProxy wire;

    /** Prepares the stack of the run, the first time. */
    public synchronized Stack stack(Suite.Run run) {
        if (stack == null) {
            stack = run.stack();
            wire = new TcpProxy(stack.database().port());
            stack.service(Part.PLATFORM_CORE)
                    .environment(Map.of(
                            "SPRING_MAIL_HOST", "127.0.0.1",
                            "SPRING_MAIL_PORT", Integer.toString(mail.wire().port()),
                            "SATUATAP_DATABASE_HOST", "127.0.0.1",
                            "SATUATAP_DATABASE_PORT", Integer.toString(wire.port()),
                            "SATUATAP_DRAIN_TIME", "3s"));
            stack.tokens(); // starts core anew
        }
        return stack;
    }

    /** Between core and its database. */
    synchronized TcpProxy wire(Suite.Run run) {
        stack(run);
        return Objects.requireNonNull(wire);
    }

    public MailServer mail() {
        return mail;
    }

    /** Another core beside the first, not started yet. */
    public Core anotherCore(Suite.Run run) {
        var port = FreePorts.next();
        return new Core(stack(run).service(Part.PLATFORM_CORE).replica(port), port);
    }

    /** A core, and where it listens. */
    public record Core(Service service, int port) {}

    /** A machine client that has this role in this tenant, and notes its writes by itself. */
    public Caller caller(Suite.Run run, String tenant, String role) {
        return Caller.of(stack(run), tenant, () -> token(run, tenant, role), new Recorder());
    }

    /** The same for one who assesses, past the gateway: it would count our requests, too. */
    public Caller assessor(Suite.Run run, String tenant) {
        return caller(run, tenant, "internal-assessor").atCore(stack(run).port(Part.PLATFORM_CORE));
    }

    public synchronized String token(Suite.Run run, String tenant, String role) {
        var client = stack(run)
                .credentials()
                .client(tenant.isEmpty() ? null : tenant, role)
                .clientId();
        var end = Instant.now().plus(TOKENS).getEpochSecond();
        return tokens.computeIfAbsent(client, id -> stack(run).tokens().token(id, Map.of("client_id", id, "exp", end)));
    }

    /** Real writes in several tenants, as machines with the roles they need. */
    Load load(Suite.Run run) {
        return Load.start(stack(run), (tenant, role) -> token(run, tenant, role), assessments);
    }

    /** What strikes while there is load, a row that nothing was lost by it, and what the callers saw. */
    Recorder under(Suite.Run run, Rows rows, String id, Consumer<Recorder> strike) {
        Recorder recorder;
        try (var load = load(run)) {
            recorder = load.recorder();
            Waiting.pass(WARM);
            strike.accept(recorder);
        }
        var verdict = new Checker(stack(run)).check(recorder.writes(), run.isShort());
        rows.check(verdict.isGood(), id, "acknowledged is there once", verdict.toString());
        return recorder;
    }
}
