package id.satuatap.faults;

import id.satuatap.stack.Stack;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;

/** Real writes in several tenants through the gateway, each writer waiting for its answer before the next. */
public final class Load implements AutoCloseable {

    /** The regencies that are written to. */
    static final List<String> TENANTS = List.of("rembang", "bojonegoro", "bangkalan", "rejanglebong", "kepahiang");

    private static final int YEAR = 2026;
    private static final Duration TO_END = Duration.ofSeconds(60);

    private final Recorder recorder = new Recorder();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean goesOn = true;

    private Load() {}

    /**
     * Starts an assessment in each tenant that has none of ours, then the writers: in each tenant two that answer, one that invites, one
     * that adds evidence.
     *
     * @param token a token for a tenant and a role
     * @param assessments of each tenant, where one has been started already
     */
    static Load start(Stack stack, BinaryOperator<String> token, Map<String, String> assessments) {
        var load = new Load();
        var http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
        for (var tenant : TENANTS) {
            var assessor = Caller.of(stack, tenant, () -> token.apply(tenant, "internal-assessor"), load.recorder)
                    .connectedBy(http);
            var admin = Caller.of(stack, tenant, () -> token.apply(tenant, "tenant-admin"), load.recorder)
                    .connectedBy(http);
            var assessment = assessments.computeIfAbsent(tenant, none -> assessor.assessment(YEAR));
            load.begin(Answering.briefly(assessor, assessment, 1, 8));
            load.begin(Answering.briefly(assessor, assessment, 9, 8));
            load.begin(new Inviting(admin));
            load.begin(new Uploading(assessor, assessment, 17, 4));
        }
        return load;
    }

    Recorder recorder() {
        return recorder;
    }

    private void begin(Writer writer) {
        threads.add(Thread.ofVirtual().start(() -> writer.run(() -> goesOn)));
    }

    /** Lets every writer end what it has begun. */
    @Override
    public void close() {
        goesOn = false;
        for (var thread : threads) {
            try {
                if (!thread.join(TO_END)) {
                    throw new IllegalStateException("A request does not end: " + thread.getName());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
