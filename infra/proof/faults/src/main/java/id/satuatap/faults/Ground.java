package id.satuatap.faults;

import id.satuatap.stack.Part;
import id.satuatap.stack.Stack;
import id.satuatap.stack.Suite;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The stack as the sections find it: core sends its mail to a sink of ours, reaches its database over a wire of ours,
 * trusts tokens of ours, which are good for the whole run, and serves on for a moment when told to end, as in production.
 */
public final class Ground {

    private static final Duration TOKENS = Duration.ofDays(1);

    private final MailSink mail = MailSink.start();
    private final Map<String, String> tokens = new HashMap<>();
    private final Map<String, String> assessments = new HashMap<>();
    private @Nullable Stack stack;
    private @Nullable Wire wire;

    /** Prepares the stack of the run, the first time. */
    public synchronized Stack stack(Suite.Run run) {
        if (stack == null) {
            stack = run.stack();
            wire = new Wire(stack.database().port());
            stack.service(Part.PLATFORM_CORE)
                    .environment(Map.of(
                            "SPRING_MAIL_HOST",
                            "127.0.0.1",
                            "SPRING_MAIL_PORT",
                            Integer.toString(mail.port()),
                            "SATUATAP_DATABASE_HOST",
                            "127.0.0.1",
                            "SATUATAP_DATABASE_PORT",
                            Integer.toString(wire.port()),
                            "SATUATAP_DRAIN_TIME",
                            "3s"));
            stack.tokens(); // starts core anew
        }
        return stack;
    }

    /** Between core and its database. */
    public synchronized Wire wire(Suite.Run run) {
        stack(run);
        return Objects.requireNonNull(wire);
    }

    public MailSink mail() {
        return mail;
    }

    /** Real writes in several tenants, as machines with the roles they need. */
    public Load load(Suite.Run run) {
        return Load.start(stack(run), (tenant, role) -> token(run, tenant, role), assessments);
    }

    /** A token of a machine client that has this role in this tenant. */
    public synchronized String token(Suite.Run run, String tenant, String role) {
        var client = stack(run).credentials().client(tenant, role).clientId();
        return tokens.computeIfAbsent(
                client,
                id -> stack(run)
                        .tokens()
                        .token(
                                id,
                                Map.of(
                                        "client_id",
                                        id,
                                        "exp",
                                        Instant.now().plus(TOKENS).getEpochSecond())));
    }
}
