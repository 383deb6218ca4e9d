package id.satuatap.isolation.edge;

import id.satuatap.isolation.Fixture;
import id.satuatap.stack.Part;
import id.satuatap.stack.Report;
import id.satuatap.stack.Stack;
import id.satuatap.stack.TokenIssuer;
import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** What the cases of this section share: the stack, the attacker's tenant A, the victim's tenant B, and how to speak to them. */
final class Ground {

    /** The attacker's. */
    static final String A = Fixture.A;
    /** The victim's, in another province. */
    static final String B = Fixture.C;

    /** A's province. */
    static final String PROVINCE = Fixture.PROVINCE;

    static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final Duration POLL = Duration.ofMillis(50);

    private final Stack stack;
    private final Report report;
    private final TokenIssuer tokens;
    private final Leaks leaks;

    Ground(Fixture fixture, Report report) throws SQLException {
        this.stack = fixture.stack();
        this.report = report;
        this.tokens = stack.tokens();
        this.leaks = new Leaks(secretsOf(B), fixture.oracle());
    }

    Stack stack() {
        return stack;
    }

    TokenIssuer tokens() {
        return tokens;
    }

    Attack attack(String id, String what) {
        return new Attack(report, leaks, id, what);
    }

    Report report() {
        return report;
    }

    /** Such as {@code rejanglebong.localhost:8080}. */
    String host(String tenant) {
        return URI.create(stack.address(tenant)).getAuthority();
    }

    String bare() {
        return URI.create(stack.gateway()).getAuthority();
    }

    String identity() {
        return URI.create(stack.issuer()).getAuthority();
    }

    Wire wire() throws IOException {
        return wire(PATIENCE);
    }

    Wire wire(Duration patience) throws IOException {
        return new Wire(URI.create(stack.gateway()).getPort(), patience);
    }

    /** Through the gateway, on a connection of its own. */
    Answer send(Ask ask) throws IOException {
        try (var wire = wire()) {
            return wire.write(ask.bytes()).read(ask.method());
        }
    }

    /** Past the gateway, as only the inside can. */
    Answer sendTo(Part part, Ask ask) throws IOException {
        try (var wire = new Wire(stack.port(part), PATIENCE)) {
            return wire.write(ask.bytes()).read(ask.method());
        }
    }

    /** Bytes as they are, and the first answer to them. */
    Answer raw(String text) throws IOException {
        try (var wire = wire()) {
            return wire.write(text).read();
        }
    }

    /** A sound token of a tenant's machine in this role, good for an hour. */
    String token(String tenant, String role) {
        return token(tenant, role, claims -> {});
    }

    /** The same with other claims. */
    String token(String tenant, String role, Consumer<Map<String, Object>> change) {
        var client = stack.credentials().client(tenant, role).clientId();
        var claims = tokens.claims(client);
        claims.put("client_id", client);
        claims.put("exp", Instant.now().getEpochSecond() + 3600);
        change.accept(claims);
        return tokens.sign(Map.of("alg", "RS256", "kid", TokenIssuer.KEY_ID), claims);
    }

    /** A number that the database of platform-core is asked for, past every policy. */
    long count(String sql, Object... values) {
        return Long.parseLong(text(sql, values));
    }

    /** The first value that the database of platform-core answers. */
    String text(String sql, Object... values) {
        return textIn("satuatap", sql, values);
    }

    /** The same of another database of the server. */
    String textIn(String database, String sql, Object... values) {
        try (var connection = stack.database().superuser(database);
                var query = connection.prepareStatement(sql)) {
            for (var i = 0; i < values.length; i++) {
                query.setObject(i + 1, values[i]);
            }
            try (var rows = query.executeQuery()) {
                return rows.next() ? rows.getString(1) : "";
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static boolean await(Duration patience, BooleanSupplier condition) {
        var deadline = Instant.now().plus(patience);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(deadline)) {
                return false;
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
        return true;
    }

    /** Ids and addresses that only a tenant's own people may see, as they stand in its rows. */
    private Set<String> secretsOf(String tenant) throws SQLException {
        var secrets = new HashSet<String>();
        try (var connection = stack.database().superuser("satuatap");
                var query = connection.prepareStatement("""
                        select m.email from access.membership m join tenancy.tenant t on t.id = m.tenant_id
                         where t.slug = ? and m.email is not null
                        union all
                        select a.id::text from spbe.assessment a join tenancy.tenant t on t.id = a.tenant_id where t.slug = ?
                        """)) {
            query.setString(1, tenant);
            query.setString(2, tenant);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    secrets.add(rows.getString(1));
                }
            }
        }
        if (secrets.isEmpty()) {
            throw new IllegalStateException("There is nothing to find in " + tenant);
        }
        return Set.copyOf(secrets);
    }
}
