package id.satuatap.isolation;

import id.satuatap.stack.Database;
import id.satuatap.stack.Part;
import id.satuatap.stack.SmallPdf;
import id.satuatap.stack.Stack;
import id.satuatap.stack.Suite;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The tenants and people that all sections attack and attack with, made once in a run: A and B of one province, C of
 * another, one suspended, one archived, and a canary in every text they hold.
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
    /** Archived: to outsiders it is not there. */
    public static final String DELETED = "bojonegoro";

    private static final Map<Suite.Run, Fixture> MADE = new WeakHashMap<>();

    /** Core remembers tenants and roles for five seconds, the gateway its list of tenants for as long. */
    private static final Duration CACHES = Duration.ofSeconds(11);

    private final Stack stack;
    private final CanaryOracle oracle = new CanaryOracle();
    private final Probe probe;
    private final JsonNode seed;
    private final Map<String, Place> places = new java.util.HashMap<>();
    private List<String> withoutCanary = List.of();

    private Fixture(Stack stack) {
        this.stack = stack;
        this.probe = new Probe(stack, oracle);
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

    public Probe probe() {
        return probe;
    }

    public CanaryOracle oracle() {
        return oracle;
    }

    /** What A, B, C, the suspended and the archived tenant hold. */
    public Place place(String slug) {
        return java.util.Objects.requireNonNull(places.get(slug), slug);
    }

    /** Text columns of tenant tables that can hold no canary. */
    public List<String> withoutCanary() {
        return withoutCanary;
    }

    /** The demo account that has this role there. */
    public Principal member(String tenant, String role) {
        var user = user(tenant, role);
        return person(user, role + " of " + tenant).with(tenant, role);
    }

    /** Internal assessor of A who enters data in B, too. */
    public Principal ofBoth() {
        return member(A, "internal-assessor").with(B, "data-entry");
    }

    public Principal machine(String tenant, String role) {
        for (var client : seed.path("clients").values()) {
            if (client.path("tenant").asString("").equals(tenant)
                    && client.path("role").asString("").equals(role)) {
                var id = client.path("clientId").asString();
                return new Principal("machine " + id, id, "", true, Map.of(tenant, Set.of(role)));
            }
        }
        throw new IllegalArgumentException(tenant + " " + role);
    }

    /** A citizen: signed in, a member of nothing. */
    public Principal citizen() {
        return person(user(null, "citizen"), "citizen");
    }

    /** Runs the service; a member of no tenant. */
    public Principal operator() {
        return person(user(null, "platform-operator"), "operator");
    }

    /** Where core keeps the files. */
    public Path files() {
        return stack.home().resolve("files");
    }

    public Path mails() {
        return stack.home().resolve("mail");
    }

    /** A file that core takes, with this text in it. */
    public static byte[] pdf(String text) {
        return SmallPdf.saying(text);
    }

    /** Waits until what was changed is felt everywhere. */
    public static void awaitCaches() {
        LockSupport.parkNanos(CACHES.toNanos());
    }

    private void make() throws SQLException {
        trustOwnTokens();
        state(SUSPENDED, "ACTIVE");
        state(DELETED, "ACTIVE");
        awaitCaches();
        var furnishing = new Furnishing(this);
        for (var slug : List.of(A, B, C, SUSPENDED, DELETED)) {
            places.put(slug, furnishing.furnish(slug));
        }
        furnishing.shareBoth();
        probe.as(operator()).put("/api/v1/tenants/" + SUSPENDED + "/state", Map.of("state", "SUSPENDED"));
        state(DELETED, "ARCHIVED");
        furnishing.awaitRelayed();
        try (var connection = stack.database().superuser(Database.PLATFORM)) {
            withoutCanary = new Planting(connection).plant();
        }
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

    private void state(String slug, String state) throws SQLException {
        try (var connection = stack.database().superuser(Database.PLATFORM);
                var update = connection.prepareStatement("update tenancy.tenant set state = ? where slug = ?")) {
            update.setString(1, state);
            update.setString(2, slug);
            update.executeUpdate();
        }
    }

    private JsonNode user(@Nullable String tenant, String role) {
        for (var user : seed.path("users").values()) {
            if (user.path("role").asString("").equals(role)
                    && user.path("tenant").asString("").equals(tenant == null ? "" : tenant)) {
                return user;
            }
        }
        throw new IllegalArgumentException(tenant + " " + role);
    }

    private static Principal person(JsonNode user, String name) {
        return new Principal(
                name, user.path("subject").asString(), user.path("email").asString(), false, Map.of());
    }
}
