package id.satuatap.isolation.faults;

import id.satuatap.isolation.Fixture;
import id.satuatap.stack.Database;
import id.satuatap.stack.Part;
import id.satuatap.stack.Stack;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Core's own door, asked past the gateway and past the oracle of the other sections, by people whom no other section
 * knows: what a faulty core gives away here is nobody's leak.
 */
final class Door implements AutoCloseable {

    static final String A = Fixture.A;
    static final String B = Fixture.B;
    static final String SUSPENDED = "kepahiang";
    static final String ARCHIVED = "bojonegoro";

    private static final String JSON = "application/json";
    private static final Duration TO_TELL = Duration.ofMinutes(5);

    private final Stack stack;

    private Door(Stack stack) {
        this.stack = stack;
    }

    static Door open(Stack stack) throws SQLException {
        stack.tokens();
        var door = new Door(stack);
        door.leave();
        for (var role : new String[] {"tenant-admin", "coordinator", "internal-assessor", "data-entry"}) {
            door.member(A, role, role, "");
        }
        door.member(A, "second-admin", "tenant-admin", "");
        door.member(B, "assessor-b", "internal-assessor", "");
        door.member(A, "ended", "tenant-admin", "ended_at = now()");
        door.member(A, "expired", "tenant-admin", "valid_from = current_date - 9, valid_to = current_date - 3");
        door.member(A, "early", "tenant-admin", "valid_from = current_date + 3");
        door.sql("update tenancy.tenant set state = 'SUSPENDED' where slug = '%s'".formatted(SUSPENDED));
        door.sql("update tenancy.tenant set state = 'ARCHIVED' where slug = '%s'".formatted(ARCHIVED));
        return door;
    }

    /** A sound token of one of these people. */
    String token(String person) {
        return token(person, Map.of());
    }

    String token(String person, Map<String, Object> changes) {
        var claims = new java.util.HashMap<String, Object>(changes);
        claims.putIfAbsent("client_id", "tenant-admin");
        return stack.tokens().token("hole-" + person, claims);
    }

    String machine(String client) {
        return stack.tokens()
                .token(client, Map.of("client_id", client, "exp", Instant.now().getEpochSecond() + 600));
    }

    HttpResponse<String> get(String tenant, String token, String path) {
        return stack.send(request(tenant, token, path));
    }

    HttpResponse<String> json(String method, String tenant, String token, String path, String body, String... headers) {
        var request = request(tenant, token, path).method(method, BodyPublishers.ofString(body));
        request.header("Content-Type", path.contains("/evidence") ? "application/octet-stream" : JSON);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return stack.send(request);
    }

    HttpRequest.Builder request(String tenant, String token, String path) {
        var request = stack.requestTo(Part.PLATFORM_CORE, path).header("X-Satu-Tenant", tenant);
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    /** The path of an indicator of an assessment of theirs. */
    String indicator(String tenant) {
        var assessor = token(tenant.equals(A) ? "internal-assessor" : "assessor-b");
        var path = "/api/v1/spbe/assessments";
        var all = read(get(tenant, assessor, path)).path("items");
        var one = all.isEmpty() ? read(json("POST", tenant, assessor, path, "{\"year\": 2026}")) : all.get(0);
        return path + "/" + one.path("id").asString() + "/indicators/7";
    }

    /** Who listens hears the events of a tenant in turn: those that other sections left come first. */
    void awaitTold() throws SQLException {
        var deadline = Instant.now().plus(TO_TELL);
        while (waiting() > 0) {
            if (Instant.now().isAfter(deadline)) {
                throw new IllegalStateException("%,d events still wait after %s".formatted(waiting(), TO_TELL));
            }
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }

    private long waiting() throws SQLException {
        try (var connection = stack.database().superuser(Database.PLATFORM);
                var statement = connection.createStatement();
                var count = statement.executeQuery(
                        "select count(*) from outbox.event" + " where relayed_at is null and attempts = 0")) {
            count.next();
            return count.getLong(1);
        }
    }

    static boolean isOk(HttpResponse<String> answer) {
        return answer.statusCode() >= 200 && answer.statusCode() < 300;
    }

    static JsonNode read(HttpResponse<String> answer) {
        if (!isOk(answer)) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return JsonMapper.shared().readTree(answer.body());
    }

    Stack stack() {
        return stack;
    }

    @Override
    public void close() throws SQLException {
        leave();
    }

    private void leave() throws SQLException {
        sql("delete from access.membership where subject like 'hole-%'");
        sql("delete from access.invitation where email like '%@hole.example'");
    }

    private void member(String tenant, String person, String role, @Nullable String more) throws SQLException {
        var id = UUID.randomUUID();
        sql("""
                insert into access.membership (tenant_id, id, issuer, subject, role, valid_from)
                select id, '%s', '%s', 'hole-%s', '%s', current_date - 30 from tenancy.tenant where slug = '%s'
                """.formatted(id, stack.issuer(), person, role, tenant));
        if (more != null && !more.isEmpty()) {
            sql("update access.membership set %s where id = '%s'".formatted(more, id));
        }
    }

    private void sql(String sql) throws SQLException {
        try (var connection = stack.database().superuser(Database.PLATFORM);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
