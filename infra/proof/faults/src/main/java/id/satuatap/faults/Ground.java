package id.satuatap.faults;

import id.satuatap.stack.Part;
import id.satuatap.stack.Stack;
import id.satuatap.stack.Suite;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The stack as the sections find it: core sends its mail to a sink of ours and trusts tokens of ours, which are good
 * for the whole run.
 */
public final class Ground {

    private static final Duration TOKENS = Duration.ofDays(1);

    private final MailSink mail = MailSink.start();
    private final Map<String, String> tokens = new HashMap<>();
    private final Map<String, String> assessments = new HashMap<>();
    private @Nullable Stack stack;

    /** Prepares the stack of the run, the first time. */
    public synchronized Stack stack(Suite.Run run) {
        if (stack == null) {
            stack = run.stack();
            stack.service(Part.PLATFORM_CORE)
                    .environment(
                            Map.of("SPRING_MAIL_HOST", "127.0.0.1", "SPRING_MAIL_PORT", Integer.toString(mail.port())));
            stack.tokens(); // starts core anew
        }
        return stack;
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
