package id.satuatap.isolation.fuzz;

import id.satuatap.isolation.CanaryOracle;
import id.satuatap.isolation.Cases;
import id.satuatap.isolation.Fixture;
import id.satuatap.isolation.Principal;
import id.satuatap.isolation.Rights;
import id.satuatap.isolation.operation.Description;
import id.satuatap.isolation.subject.Subject;
import id.satuatap.stack.Answer;
import id.satuatap.stack.Part;
import id.satuatap.stack.Request;
import id.satuatap.stack.Wire;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;

/** The section {@code fuzz}: each operation with what no client would send, in a tenant that no other section attacks. */
public final class Fuzz {

    private static final String TENANT = "rembang";
    /** Whose state the operator may change meanwhile. */
    private static final String APART = "jateng";

    private static final long SEED = 20_260_101;
    private static final int AT_ONCE = 16;
    private static final Duration HANG = Duration.ofSeconds(10);
    private static final String HANGS = "no answer within " + HANG.toSeconds() + " s";
    private static final int SHOWN = 300;
    /** A code that a client can tell apart. */
    private static final Pattern STABLE = Pattern.compile("\"type\":\"urn:problem:[a-z0-9.-]+\"");

    private static final Pattern INSIDE = Pattern.compile(
            "id\\.satuatap|springframework|java\\.(lang|util|io|net)|io\\.(r2dbc|netty)|reactor\\.|tools\\.jackson|Exception"
                    + "|\\tat |(?i)\\bselect [a-z_, ]+ from |sqlstate|pg_catalog|violates ");

    private final Fixture fixture;
    private final int port;
    private final Requests requests;
    private final Map<String, Integer> failures = new ConcurrentHashMap<>();
    private final Map<Integer, LongAdder> statuses = new ConcurrentSkipListMap<>();

    private Fuzz(Fixture fixture) {
        this.fixture = fixture;
        this.port = fixture.stack().port(Part.PLATFORM_CORE);
        this.requests = new Requests(SEED, Description.of(fixture.stack()), TENANT, tokens(), ids());
    }

    public static void run(Cases cases) throws Exception {
        new Fuzz(cases.fixture()).run(cases, cases.isShort() ? 2_000 : 100_000);
    }

    private void run(Cases cases, int count) throws Exception {
        var since = System.nanoTime();
        try {
            send(count);
        } finally {
            fixture.text("update tenancy.tenant set state = 'ACTIVE' where slug = ?", APART);
        }
        failures.entrySet().removeIf(failure -> !isSeenAgain(failure.getKey(), failure.getValue()));
        failures.forEach((kind, number) -> cases.add("", kind, false, line(requests.request(number))));
        cases.add(
                "",
                "no 5xx, no hang, every error a problem that tells nothing of the inside, no foreign canary",
                failures.isEmpty(),
                "%,d requests of seed %d in %d s, answers %s"
                        .formatted(count, SEED, (System.nanoTime() - since) / 1_000_000_000, new TreeMap<>(statuses)));
    }

    private void send(int count) throws InterruptedException {
        var next = new AtomicInteger();
        try (var senders = Executors.newFixedThreadPool(AT_ONCE)) {
            for (var i = 0; i < AT_ONCE; i++) {
                senders.submit(() -> {
                    for (var number = next.getAndIncrement(); number < count; number = next.getAndIncrement()) {
                        var wrong = wrong(requests.request(number));
                        if (!wrong.isEmpty()) {
                            failures.putIfAbsent(requests.operation(number).key() + ": " + wrong, number);
                        }
                    }
                });
            }
        }
    }

    /** What is wrong with the answer; empty if nothing is. */
    private String wrong(Request request) {
        try (var wire = Wire.to(port, HANG)) {
            wire.write(request.bytes("core"));
            var isStream = request.path().startsWith("/api/v1/events");
            var answer = isStream ? wire.readHead() : wire.read(request.method());
            statuses.computeIfAbsent(answer.status(), status -> new LongAdder()).increment();
            if (isStream && answer.status() >= 400) {
                return wrong(request, new Answer(answer.status(), answer.headers(), wire.some()));
            }
            return wrong(request, answer);
        } catch (IOException e) {
            return HANGS;
        }
    }

    private static String wrong(Request request, Answer answer) {
        if (answer.status() <= 0 || answer.status() >= 500) {
            return answer.status() == Answer.SILENT ? HANGS : "status " + answer.status();
        }
        if (answer.status() >= 400 && !request.method().equals("HEAD")) {
            if (!answer.header("Content-Type").startsWith("application/problem+json")
                    || !STABLE.matcher(answer.text()).find()) {
                return "an error (%d) that is no problem with a stable type".formatted(answer.status());
            }
            if (INSIDE.matcher(answer.text()).find()) {
                return "an error that tells of the inside";
            }
        }
        var isPublic = request.path().contains("/offices");
        return !isPublic && CanaryOracle.foreign(Set.of(TENANT), answer.body()).isPresent()
                ? "a canary of another tenant"
                : "";
    }

    /** A machine under load lets a sound request wait, too; asked once more and alone, it does not. */
    private boolean isSeenAgain(String kind, int number) {
        return !kind.endsWith(HANGS)
                || kind.equals(requests.operation(number).key() + ": " + wrong(requests.request(number)));
    }

    /** In one line, to be sent again by hand; the token is left out. */
    private static String line(Request request) {
        var lines = request.lines().stream()
                .map(line -> line.replaceFirst("(?s)^Authorization: .*", "Authorization: …"))
                .toList();
        var body = new String(request.body(), StandardCharsets.ISO_8859_1);
        return "%s %s %s %s".formatted(request.method(), shown(request.path()), shown(lines.toString()), shown(body));
    }

    private static String shown(String text) {
        var start = text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
        return Pattern.compile("[^ -~…]")
                .matcher(start)
                .replaceAll(sign -> "\\\\x%02x".formatted((int) sign.group().charAt(0)));
    }

    private Map<String, String> tokens() {
        var tokens = new LinkedHashMap<String, String>();
        for (var role : Rights.roles()) {
            if (fixture.hasAccount(TENANT, role)) {
                tokens.put(role, fixture.client().token(fixture.machine(TENANT, role)));
            }
        }
        tokens.put("platform-operator", fixture.client().token(fixture.operator()));
        tokens.put("citizen", fixture.client().token(fixture.citizen()));
        var odd = new Principal("odd", "fuzz-\u202e\uffff'; --", "", false, Map.of());
        tokens.put("odd", fixture.client().token(odd, Map.of("name", "\u0000\ud83d\ude00")));
        tokens.put("none", "nonsense");
        return tokens;
    }

    /** Ids that exist, so that what is tried gets past the first door; the tenant's state is the operator's to change, of a tenant apart. */
    private Map<String, List<String>> ids() {
        var ids = new HashMap<String, List<String>>();
        for (var subject : Subject.ALL) {
            var made = subject.maker().make(new Subject.Making(fixture, TENANT, Principal.NOBODY));
            made.forEach((name, value) -> ids.computeIfAbsent(
                            name,
                            none -> new ArrayList<>(List.of(UUID.randomUUID().toString())))
                    .add(value));
        }
        ids.put("slug", List.of(APART));
        return ids;
    }
}
