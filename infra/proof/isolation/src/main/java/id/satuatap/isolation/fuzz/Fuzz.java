package id.satuatap.isolation.fuzz;

import id.satuatap.stack.Database;
import id.satuatap.stack.Part;
import id.satuatap.stack.Stack;
import id.satuatap.stack.Suite;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import tools.jackson.databind.json.JsonMapper;

/** The section {@code fuzz}: each operation with what no client would send, in a tenant that no other section attacks. */
public final class Fuzz {

    private static final String SECTION = "fuzz";
    private static final String TENANT = "rembang";
    /** Whose state the operator may change meanwhile. */
    private static final String APART = "jateng";

    private static final long SEED = 20_260_101;
    private static final int FULL = 100_000;
    private static final int SHORT = 2_000;
    private static final int AT_ONCE = 16;
    private static final Duration HANG = Duration.ofSeconds(10);
    private static final String HANGS = "no answer within " + HANG.toSeconds() + " s";
    /** Nothing is done to these for good by any request: of their kind there are more. */
    private static final List<String> ROLES = List.of(
            "tenant-admin",
            "coordinator",
            "internal-assessor",
            "data-entry",
            "head-of-region",
            "opd-officer",
            "data-protection-officer");

    private final Stack stack;
    private final Requests requests;
    private final Judge judge = new Judge(TENANT);
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(HANG)
            .build();
    private final Map<String, Fuzzed> failures = new ConcurrentHashMap<>();
    private final Map<Integer, LongAdder> statuses = new ConcurrentSkipListMap<>();
    private final LongAdder unsent = new LongAdder();

    private Fuzz(Stack stack) throws SQLException {
        this.stack = stack;
        var description = JsonMapper.shared()
                .readTree(stack.send(stack.requestTo(Part.PLATFORM_CORE, "/api/v1/openapi.json"))
                        .body());
        this.requests = new Requests(SEED, description, TENANT, tokens(), ids());
    }

    public static void run(Suite.Run run) throws Exception {
        new Fuzz(run.stack()).run(run, run.isShort() ? SHORT : FULL);
    }

    private void run(Suite.Run run, int count) throws Exception {
        var since = Instant.now();
        try {
            send(count);
        } finally {
            restore();
        }
        failures.entrySet().removeIf(failure -> !isSeenAgain(failure.getKey(), failure.getValue()));
        failures.forEach((kind, request) ->
                run.report().failed(SECTION, "", kind, reduced(kind, request).line()));
        run.report()
                .check(
                        failures.isEmpty() && unsent.sum() < count / 10,
                        SECTION,
                        "",
                        "no 5xx, no hang, every error a problem that tells nothing of the inside, no foreign canary",
                        "%,d requests of seed %d in %d s, answers %s, %d could not be sent"
                                .formatted(
                                        count,
                                        SEED,
                                        Duration.between(since, Instant.now()).toSeconds(),
                                        new TreeMap<>(statuses),
                                        unsent.sum()));
    }

    private void send(int count) throws InterruptedException {
        var next = new AtomicInteger();
        try (var senders = Executors.newFixedThreadPool(AT_ONCE)) {
            for (var i = 0; i < AT_ONCE; i++) {
                senders.submit(() -> {
                    for (var number = next.getAndIncrement(); number < count; number = next.getAndIncrement()) {
                        var request = requests.request(number);
                        var wrong = wrong(request);
                        if (!wrong.isEmpty()) {
                            failures.putIfAbsent(request.operation() + ": " + wrong, request);
                        }
                    }
                });
            }
        }
    }

    /** What is wrong with the answer; empty if nothing is, or if the client refuses to send such a thing. */
    private String wrong(Fuzzed request) {
        HttpRequest ready;
        try {
            ready = built(request);
        } catch (IllegalArgumentException refused) {
            unsent.increment();
            return "";
        }
        var answer = http.sendAsync(ready, BodyHandlers.ofInputStream());
        try {
            var got = answer.get(HANG.toSeconds(), TimeUnit.SECONDS);
            statuses.computeIfAbsent(got.statusCode(), status -> new LongAdder())
                    .increment();
            try (var body = got.body()) {
                return judge.wrong(
                        request,
                        got.statusCode(),
                        got.headers(),
                        isStream(got.headers()) ? new byte[0] : body.readAllBytes());
            }
        } catch (TimeoutException hang) {
            answer.cancel(true);
            return HANGS;
        } catch (ExecutionException | IOException cut) {
            return cut.getCause() instanceof HttpTimeoutException
                    ? HANGS
                    : "the connection is cut: " + cut.getMessage();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    private HttpRequest built(Fuzzed request) {
        var built = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + stack.port(Part.PLATFORM_CORE) + request.path()))
                .timeout(HANG)
                .method(request.method(), BodyPublishers.ofByteArray(request.body()));
        request.headers().forEach(header -> built.header(header.name(), header.value()));
        return built.build();
    }

    private static boolean isStream(HttpHeaders headers) {
        return headers.firstValue("Content-Type").orElse("").startsWith("text/event-stream");
    }

    /** A machine under load lets a sound request wait, too; asked once more and alone, it does not. */
    private boolean isSeenAgain(String kind, Fuzzed request) {
        return !kind.endsWith(HANGS) || (request.operation() + ": " + wrong(request)).equals(kind);
    }

    /** Without all that the failure does not need. */
    private Fuzzed reduced(String kind, Fuzzed request) {
        for (var simpler : request.simpler()) {
            if ((request.operation() + ": " + wrong(simpler)).equals(kind)) {
                return reduced(kind, simpler);
            }
        }
        return request;
    }

    private Map<String, String> tokens() {
        var tokens = new LinkedHashMap<String, String>();
        var exp = Instant.now().getEpochSecond() + 4 * 3600L;
        for (var role : ROLES) {
            var client = TENANT + "-" + role;
            tokens.put(role, stack.tokens().token(client, Map.of("client_id", client, "exp", exp)));
        }
        tokens.put(
                "platform-operator",
                stack.tokens().token("platform-operator", Map.of("client_id", "platform-operator", "exp", exp)));
        tokens.put("citizen", stack.tokens().token("fuzz-citizen", Map.of("client_id", "citizen-ui", "exp", exp)));
        tokens.put(
                "odd",
                stack.tokens()
                        .token(
                                "fuzz-\u202e\uffff'; --",
                                Map.of("client_id", "x", "name", "\u0000\ud83d\ude00", "exp", exp)));
        tokens.put("none", "nonsense");
        return tokens;
    }

    /** Ids that exist, so that what is tried gets past the first door; the tenant's state is the operator's to change, of a tenant apart. */
    private Map<String, List<String>> ids() throws SQLException {
        var random = UUID.randomUUID().toString();
        return Map.of(
                "assessment", List.of(first("spbe.assessment"), first("spbe.assessment"), random),
                "id",
                        List.of(
                                first("spbe.assessment"),
                                first("document.document"),
                                first("access.membership"),
                                "permenpanrb-59-2020",
                                random),
                "no", List.of("1", "2", "3", "47"),
                "slug", List.of(APART),
                "code", List.of("nonsense"));
    }

    private String first(String table) throws SQLException {
        try (var connection = stack.database().superuser(Database.PLATFORM);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select x.id from %s x join tenancy.tenant t on t.id = x.tenant_id where t.slug = '%s' order by x.id desc limit 1
                        """.formatted(table, TENANT))) {
            return rows.next() ? rows.getString(1) : UUID.randomUUID().toString();
        }
    }

    private void restore() throws SQLException {
        try (var connection = stack.database().superuser(Database.PLATFORM);
                var statement = connection.createStatement()) {
            statement.execute("update tenancy.tenant set state = 'ACTIVE' where slug = '%s'".formatted(APART));
        }
    }
}
