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
    public static final List<String> TENANTS =
            List.of("rembang", "bojonegoro", "bangkalan", "rejanglebong", "kepahiang");

    private static final int LAST_YEAR = 2025;
    private static final int FIRST_YEAR = 2020;
    private static final int ANSWERED = 16;
    private static final int FIRST_EVIDENCE = 40;
    private static final int EVIDENCE = 8;
    private static final Duration TO_END = Duration.ofSeconds(60);

    private final Recorder recorder;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean goesOn = true;

    private Load(Recorder recorder) {
        this.recorder = recorder;
    }

    /**
     * Starts an assessment in each tenant that has none of ours, then the writers: in each tenant two that answer, one that invites, one that
     * adds evidence.
     *
     * @param token a token for a tenant and a role
     * @param assessments of each tenant, where one has been started already
     */
    static Load start(Stack stack, BinaryOperator<String> token, Map<String, String> assessments) {
        var load = new Load(new Recorder());
        var http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
        for (var tenant : TENANTS) {
            var assessor =
                    new Caller(stack, http, tenant, () -> token.apply(tenant, "internal-assessor"), load.recorder);
            var admin = new Caller(stack, http, tenant, () -> token.apply(tenant, "tenant-admin"), load.recorder);
            var assessment = assessments.computeIfAbsent(tenant, none -> assessment(assessor));
            load.begin(new Answering(assessor, load.recorder, assessment, 1, ANSWERED));
            load.begin(new Answering(assessor, load.recorder, assessment, 1 + ANSWERED, ANSWERED));
            load.begin(new Inviting(admin, load.recorder));
            load.begin(new Uploading(assessor, load.recorder, assessment, FIRST_EVIDENCE, EVIDENCE));
        }
        return load;
    }

    public Recorder recorder() {
        return recorder;
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

    private void begin(Writer writer) {
        threads.add(Thread.ofVirtual().start(() -> writer.run(() -> goesOn)));
    }

    /** A new assessment of 47 indicators, of the last year that has none yet. */
    private static String assessment(Caller assessor) {
        for (var year = LAST_YEAR; year >= FIRST_YEAR; year--) {
            var started = assessor.post("/api/v1/spbe/assessments", Map.of("year", year), Map.of());
            if (started.status() == 201) {
                return started.body().path("id").asString();
            }
            if (started.status() != 409) {
                throw new IllegalStateException("No assessment in " + assessor.tenant() + ": " + started);
            }
        }
        throw new IllegalStateException("Every year has an assessment in " + assessor.tenant());
    }
}
