package id.satuatap.isolation.sql;

import id.satuatap.isolation.Fixture;
import id.satuatap.isolation.Planting;
import id.satuatap.isolation.Resources;
import id.satuatap.stack.Database;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Two tenants that no other section knows, each a copy of what another has in every tenant table; gone again when closed. */
public final class Ground implements AutoCloseable {

    /** Who asks. */
    enum Role {
        RUNTIME,
        OWNER,
        SUPERUSER
    }

    static final String A = "probea";
    static final String B = "probeb";

    private final Database database;
    private final Map<Role, Connection> connections = new EnumMap<>(Role.class);
    private final List<TenantTable> tables = new ArrayList<>();

    private Ground(Database database) {
        this.database = database;
    }

    /** Lays it, after having cleared what a run that was cut off left. */
    public static Ground lay(Fixture fixture) throws SQLException {
        var ground = new Ground(fixture.stack().database());
        ground.clear();
        for (var slug : List.of(A, B)) {
            ground.plant(
                    Resources.text("sql/ground.sql").replace("{slug}", slug).replace("{id}", id(slug).toString()));
        }
        try (var connection = ground.database.superuser(Database.PLATFORM)) {
            new Planting(connection).plant("probe");
        }
        ground.plant("analyze");
        ground.look();
        return ground;
    }

    /** Where the rows lie now: core goes on telling events meanwhile, and a row that changes moves. */
    public void look() throws SQLException {
        tables.clear();
        tables.addAll(TenantTable.all(this));
    }

    /** The id of a tenant, the same in each run. */
    static UUID id(String tenant) {
        return UUID.nameUUIDFromBytes(tenant.getBytes(StandardCharsets.UTF_8));
    }

    List<TenantTable> tables() {
        return tables;
    }

    /** Of tenants' rows, as the catalogue has them. */
    static List<String> tables(Work work) throws SQLException {
        return work.run("""
                        select c.oid::regclass from pg_class c join pg_attribute a on a.attrelid = c.oid
                         where c.relkind in ('r', 'p') and a.attname = 'tenant_id' and not a.attisdropped
                           and c.oid::regclass::text not in ('tenancy.tenant_parent', 'tenancy.tenant_host')
                           and c.relnamespace::regnamespace::text !~ '^(pg_|information_schema)'
                         order by 1
                        """).lines().toList();
    }

    Database database() {
        return database;
    }

    /** A transaction on the one connection of this role, to be closed before the next. */
    Work as(Role role, @Nullable String context) throws SQLException {
        var connection = connections.get(role);
        if (connection == null || connection.isClosed()) {
            connection = connect(role);
            connections.put(role, connection);
        }
        return new Work(connection, context);
    }

    /** One's own connection, to be closed by who asked. */
    Connection connect(Role role) throws SQLException {
        var connection = switch (role) {
            case RUNTIME -> database.runtime();
            case OWNER -> database.owner();
            case SUPERUSER -> database.superuser(Database.PLATFORM);
        };
        try (var settings = connection.createStatement()) {
            settings.execute("set lock_timeout = '3s'; set statement_timeout = '30s'");
        }
        connection.setAutoCommit(false);
        return connection;
    }

    /** As superuser, kept. */
    public void plant(String sql) throws SQLException {
        try (var connection = database.superuser(Database.PLATFORM);
                var statement = connection.createStatement()) {
            statement.execute("set lock_timeout = '10s'");
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        for (var connection : connections.values()) {
            connection.close();
        }
        connections.clear();
        clear();
    }

    private void clear() throws SQLException {
        plant(Resources.text("sql/clear.sql"));
    }
}
