package id.satuatap.isolation;

import id.satuatap.isolation.subject.Subject;
import id.satuatap.stack.Database;
import id.satuatap.stack.Part;
import id.satuatap.stack.Stack;
import id.satuatap.stack.Suite;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The tenants and people that all sections attack and attack with, made once in a run: A and B of one province, C of another, one suspended, one archived, and a canary in every text they hold.
 */
public final class Fixture {

    public static final String A = "rejanglebong";
    public static final String B = "lebong";
    /** Of another province. */
    public static final String C = "bangkalan";
    /** The province of A and B. */
    public static final String PROVINCE = "bengkulu";
    /** The province of C. */
    public static final String OTHER_PROVINCE = "jatim";

    public static final String SUSPENDED = "kepahiang";
    /** To outsiders it is not there. */
    public static final String ARCHIVED = "bojonegoro";

    private static final Map<Suite.Run, Fixture> MADE = new WeakHashMap<>();
    private static final Duration TO_RELAY = Duration.ofMinutes(5);
    private static final Duration POLL = Duration.ofMillis(50);
    /** Core remembers tenants and roles for five seconds, the gateway its list of tenants for as long. */
    private static final Duration CACHES = Duration.ofSeconds(11);

    private final Stack stack;
    private final CanaryOracle oracle = new CanaryOracle();
    private final Client client;
    private final JsonNode seed;
    private final Map<String, Map<Subject, Map<String, String>>> things = new HashMap<>();
    private final Map<String, Principal> invited = new ConcurrentHashMap<>();
    private List<String> withoutCanary = List.of();
    private Leaks leaks = new Leaks(Set.of());

    private Fixture(Stack stack) {
        this.stack = stack;
        this.client = new Client(stack, oracle);
        this.seed =
                JsonMapper.shared().readTree(stack.home().resolve("seed.json").toFile());
    }

    /** The fixture of this run, made by the first section that asks. */
    public static synchronized Fixture of(Suite.Run run) throws SQLException {
        var made = MADE.get(run);
        if (made == null) {
            made = new Fixture(run.stack());
            made.make();
            MADE.put(run, made);
        }
        return made;
    }

    public Stack stack() {
        return stack;
    }

    public Client client() {
        return client;
    }

    public CanaryOracle oracle() {
        return oracle;
    }

    public Leaks leaks() {
        return leaks;
    }

    /** Text columns of tenant tables that can hold no canary. */
    public List<String> withoutCanary() {
        return withoutCanary;
    }

    /** The path parameters of what a tenant holds for the operations of this path. */
    public Map<String, String> thing(String slug, String path) {
        return Objects.requireNonNull(things.get(slug), slug).getOrDefault(Subject.at(path), Map.of());
    }

    /** The path with what this tenant holds. */
    public String path(String slug, String path) {
        return filled(path, thing(slug, path));
    }

    public static String filled(String path, Map<String, String> parameters) {
        var filled = path;
        for (var parameter : parameters.entrySet()) {
            filled = filled.replace("{" + parameter.getKey() + "}", parameter.getValue());
        }
        return filled;
    }

    /** Something new, or what is there, on which the operations of this path succeed now. */
    public Map<String, String> make(String slug, String path, Principal asker) {
        return Subject.at(path).maker().make(new Subject.Making(this, slug, asker));
    }

    /** What must be new in the example of an operation of this path, so that it succeeds. */
    public Map<String, Object> renewed(String slug, String path) {
        return Subject.at(path).renewal().renewed(new Subject.Making(this, slug, Principal.NOBODY));
    }

    /** The demo account that has this role there, or somebody who was invited for it. */
    public Principal member(String tenant, String role) {
        if (hasAccount(tenant, role)) {
            return person(tenant, role, role + " of " + tenant).with(tenant, role);
        }
        return invited.computeIfAbsent(tenant + " " + role, none -> {
            var somebody = Principal.stranger(role);
            var invitation = Map.of("email", somebody.email(), "role", role);
            var link = Subject.must(able(tenant, "member:manage").post("/api/v1/invitations", invitation))
                    .json()
                    .path("link")
                    .asString();
            Subject.must(as(somebody, tenant)
                    .post("/api/v1/invitations/" + link.substring(link.lastIndexOf('/') + 1) + "/acceptance", ""));
            return somebody.with(tenant, role);
        });
    }

    /** Whether the demo has a person and a machine for it. */
    public boolean hasAccount(String tenant, String role) {
        return seeds("users", tenant, role).findAny().isPresent();
    }

    /** Internal assessor of A who enters data in B, too. */
    public Principal ofBoth() {
        return member(A, "internal-assessor").with(B, "data-entry");
    }

    public Principal machine(String tenant, String role) {
        var id = found("clients", tenant, role).path("clientId").asString();
        return new Principal("machine " + id, id, "", true, Map.of(tenant, Set.of(role)));
    }

    /** A citizen: signed in, a member of nothing. */
    public Principal citizen() {
        return person(null, "citizen", "citizen");
    }

    /** Runs the service; a member of no tenant. */
    public Principal operator() {
        return person(null, "platform-operator", "operator");
    }

    /** Straight at core. */
    public Caller as(String tenant, String role) {
        return as(member(tenant, role), tenant);
    }

    public Caller as(Principal principal, @Nullable String tenant) {
        return client.as(principal).at(tenant).direct();
    }

    /** Somebody of the tenant who may do this. */
    public Caller able(String tenant, String permission) {
        var isProvince = tenant.equals(PROVINCE) || tenant.equals(OTHER_PROVINCE);
        return Rights.holders(permission).stream()
                .filter(role -> Rights.isOfMembers(role) && (isProvince || !Rights.isOfProvince(role)))
                .findFirst()
                .map(role -> as(tenant, role))
                .orElseGet(() -> as(tenant, "walidata"));
    }

    public UUID tenant(String slug) {
        return UUID.fromString(text("select id from tenancy.tenant where slug = ?", slug));
    }

    /** Where core keeps the files. */
    public Path files() {
        return stack.home().resolve("files");
    }

    /** The first value that the database of core answers, past every policy; empty if there is none. */
    public String text(String sql, Object... values) {
        return textIn(Database.PLATFORM, sql, values);
    }

    public String textIn(String database, String sql, Object... values) {
        try (var connection = stack.database().superuser(database);
                var query = connection.prepareStatement(sql)) {
            for (var i = 0; i < values.length; i++) {
                query.setObject(i + 1, values[i]);
            }
            if (!query.execute()) {
                return "";
            }
            var rows = query.getResultSet();
            return rows.next() ? String.valueOf(rows.getString(1)) : "";
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    public long number(String sql, Object... values) {
        return Long.parseLong(text(sql, values));
    }

    /** Waits until what was changed is felt everywhere. */
    public static void awaitCaches() {
        LockSupport.parkNanos(CACHES.toNanos());
    }

    public static boolean await(Duration patience, BooleanSupplier condition) {
        var deadline = Instant.now().plus(patience);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(deadline)) {
                return false;
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
        return true;
    }

    /** Until the listeners have heard of everything that is not poisoned. */
    public void awaitRelayed() {
        if (!await(
                TO_RELAY,
                () -> number(
                                "select count(*) from outbox.delivery where heard_at is null and parked_at is null and attempts = 0")
                        == 0)) {
            throw new IllegalStateException("Events still wait to be relayed");
        }
    }

    private void make() throws SQLException {
        trustOwnTokens();
        state(SUSPENDED, "ACTIVE");
        state(ARCHIVED, "ACTIVE");
        awaitCaches();
        for (var slug : List.of(A, B, C, SUSPENDED, ARCHIVED)) {
            var made = new HashMap<Subject, Map<String, String>>();
            for (var subject : Subject.ALL) {
                made.put(subject, subject.maker().make(new Subject.Making(this, slug, Principal.NOBODY)));
            }
            things.put(slug, made);
        }
        joinBoth();
        state(SUSPENDED, "SUSPENDED");
        state(ARCHIVED, "ARCHIVED");
        awaitRelayed();
        try (var connection = stack.database().superuser(Database.PLATFORM)) {
            withoutCanary = new Planting(connection).plant("");
        }
        leaks = new Leaks(secretsOf(C));
        awaitCaches();
    }

    /** Core starts anew for it; on a machine that is very busy it may have given up, and gets a second chance. */
    private void trustOwnTokens() {
        try {
            stack.tokens();
        } catch (IllegalStateException tooSlow) {
            var core = stack.service(Part.PLATFORM_CORE);
            if (!core.isAlive()) {
                core.start();
            }
            core.awaitReady(Duration.ofMinutes(3));
        }
    }

    private void joinBoth() {
        var inB = as(ofBoth(), B);
        if (!Subject.must(inB.get("/api/v1/me")).json().path("roles").toString().contains("data-entry")) {
            var invitation = Map.of("email", ofBoth().email(), "role", "data-entry");
            var link = Subject.must(able(B, "member:manage").post("/api/v1/invitations", invitation))
                    .json()
                    .path("link")
                    .asString();
            var code = link.substring(link.lastIndexOf('/') + 1);
            Subject.must(inB.post("/api/v1/invitations/" + code + "/acceptance", ""));
        }
    }

    private void state(String slug, String state) {
        text("update tenancy.tenant set state = ? where slug = ?", state, slug);
    }

    /** Ids that only a tenant's own people may see. */
    private Set<String> secretsOf(String tenant) {
        return Objects.requireNonNull(things.get(tenant)).values().stream()
                .flatMap(thing -> thing.values().stream())
                .filter(value -> value.length() > 30)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Principal person(@Nullable String tenant, String role, String name) {
        var user = found("users", tenant, role);
        return new Principal(
                name, user.path("subject").asString(), user.path("email").asString(), false, Map.of());
    }

    private JsonNode found(String kind, @Nullable String tenant, String role) {
        return seeds(kind, tenant, role)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(tenant + " " + role));
    }

    private Stream<JsonNode> seeds(String kind, @Nullable String tenant, String role) {
        return seed.path(kind).values().stream()
                .filter(one -> one.path("role").asString("").equals(role)
                        && one.path("tenant").asString("").equals(tenant == null ? "" : tenant));
    }
}
