package id.satuatap.isolation.sql;

import id.satuatap.stack.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Two tenants that no other section knows, each with a row in every tenant table; gone again when closed. */
public final class Ground implements AutoCloseable {

    /** Who asks. */
    enum Role {
        RUNTIME,
        OWNER,
        SUPERUSER
    }

    static final String A = "probea";
    static final String B = "probeb";

    private static final Pattern THING = Pattern.compile("\\{([a-z-]+)}");

    private final Database database;
    private final Map<Role, Connection> connections = new EnumMap<>(Role.class);
    private final List<TenantTable> tables = new ArrayList<>();

    private Ground(Database database) {
        this.database = database;
    }

    /** Lays it, after having cleared what a run that was cut off left. */
    public static Ground lay(Database database) throws SQLException {
        var ground = new Ground(database);
        ground.clear();
        ground.plant(A, 2031);
        ground.plant(B, 2032);
        ground.plant("analyze");
        ground.tables.addAll(TenantTable.all(ground));
        return ground;
    }

    /** The id of a tenant's thing, the same in each run. */
    static UUID id(String tenant, String thing) {
        return UUID.nameUUIDFromBytes((tenant + "/" + thing).getBytes(StandardCharsets.UTF_8));
    }

    static UUID id(String tenant) {
        return id(tenant, "tenant");
    }

    List<TenantTable> tables() {
        return tables;
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

    private void plant(String slug, int year) throws SQLException {
        var sql = THING.matcher(text("ground.sql").replace("{slug}", slug).replace("{year}", String.valueOf(year)))
                .replaceAll(thing -> id(slug, thing.group(1)).toString());
        plant("select set_config('app.tenant_id', '%s', false);%n%s".formatted(id(slug), sql));
    }

    private void clear() throws SQLException {
        plant("""
                do $$
                declare
                  gone uuid[] := array(select id from tenancy.tenant where slug like 'probe%');
                  held regclass;
                begin
                  set local session_replication_role = replica; -- in whatever order
                  for held in select c.oid from pg_class c join pg_attribute a on a.attrelid = c.oid
                               where c.relkind = 'r' and a.attname = 'tenant_id' and not a.attisdropped
                                 and c.relnamespace::regnamespace::text !~ '^(pg_|information_schema)'
                  loop
                    execute format('delete from %s where tenant_id = any ($1)', held) using gone;
                  end loop;
                  delete from tenancy.tenant where id = any (gone);
                end $$
                """);
    }

    static String text(String resource) {
        try (var stream = Objects.requireNonNull(Ground.class.getResourceAsStream(resource), resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
