package id.satuatap.core.setup;

import id.satuatap.core.access.Account;
import id.satuatap.core.shared.Ids;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Three provinces and six regencies to try the platform with: real regions with their real offices, and accounts made for the trial.
 * All are marked as simulated, so that whatever is entered here says so.
 */
final class DemoTenants {

    private record Demo(
            String slug,
            String code,
            String kind,
            String name,
            String accent,
            @Nullable String parent) {}

    private static final List<Demo> TENANTS = List.of(
            new Demo("jateng", "33", "PROVINCE", "Provinsi Jawa Tengah", "#7a1f2b", null),
            new Demo("jatim", "35", "PROVINCE", "Provinsi Jawa Timur", "#0f5c4a", null),
            new Demo("bengkulu", "17", "PROVINCE", "Provinsi Bengkulu", "#1c4e80", null),
            new Demo("rembang", "33.17", "REGENCY", "Kabupaten Rembang", "#0b5c8a", "jateng"),
            new Demo("bojonegoro", "35.22", "REGENCY", "Kabupaten Bojonegoro", "#1f5f2e", "jatim"),
            new Demo("bangkalan", "35.26", "REGENCY", "Kabupaten Bangkalan", "#8a2f0b", "jatim"),
            new Demo("rejanglebong", "17.02", "REGENCY", "Kabupaten Rejang Lebong", "#5b3a86", "bengkulu"),
            new Demo("lebong", "17.07", "REGENCY", "Kabupaten Lebong", "#7a5200", "bengkulu"),
            new Demo("kepahiang", "17.08", "REGENCY", "Kabupaten Kepahiang", "#0e5f66", "bengkulu"));

    /** How much of an invented assessment each regency has, and whether its province got a copy. */
    private record Invented(int answered, int around, boolean shared) {}

    private static final Map<String, Invented> INVENTED = Map.of(
            "rembang", new Invented(47, 4, true),
            "bojonegoro", new Invented(47, 3, true),
            "bangkalan", new Invented(25, 3, false),
            "rejanglebong", new Invented(30, 3, false),
            "lebong", new Invented(47, 3, true),
            "kepahiang", new Invented(41, 2, true));

    private DemoTenants() {}

    static void load(Connection connection, SeedFile seed) throws SQLException {
        connection.setAutoCommit(false);
        for (var tenant : TENANTS) {
            tenant(connection, tenant);
        }
        for (var tenant : TENANTS) {
            parent(connection, tenant);
        }
        operators(connection, seed);
        connection.commit();
        for (var tenant : TENANTS) {
            within(connection, id(tenant));
            offices(connection, tenant);
            memberships(connection, tenant, seed);
            connection.commit();
        }
        for (var tenant : TENANTS) {
            simulate(connection, tenant);
        }
    }

    private static void simulate(Connection connection, Demo tenant) throws SQLException {
        var invented = INVENTED.get(tenant.slug());
        if (invented == null || tenant.parent() == null) {
            return;
        }
        var assessments = new SimulatedAssessments(connection);
        var assessment = named("assessment " + tenant.slug());
        var province = named("tenant " + tenant.parent());
        within(connection, id(tenant));
        var snapshot = assessments.fill(
                new SimulatedAssessments.Plan(
                        id(tenant),
                        tenant.slug(),
                        tenant.code(),
                        tenant.name(),
                        invented.answered(),
                        invented.around()),
                assessment);
        if (snapshot != null && invented.shared()) {
            assessments.share(assessment, named("sharing " + tenant.slug()), province, snapshot);
            within(connection, province);
            assessments.receive(id(tenant), assessment, snapshot);
        }
        connection.commit();
    }

    private static UUID id(Demo tenant) {
        return named("tenant " + tenant.slug());
    }

    /** Always the same id for the same thing, so that loading twice changes nothing. */
    private static UUID named(String name) {
        return UUID.nameUUIDFromBytes(("satuatap demo " + name).getBytes(StandardCharsets.UTF_8));
    }

    private static void tenant(Connection connection, Demo tenant) throws SQLException {
        try (var insert = connection.prepareStatement("""
                insert into tenancy.tenant (id, kind, region_code, slug, name, state, simulated, accent, zone)
                values (?, ?, ?, ?, ?, 'ACTIVE', true, ?, 'Asia/Jakarta')
                on conflict (id) do nothing
                """)) {
            insert.setObject(1, id(tenant));
            insert.setString(2, tenant.kind());
            insert.setString(3, tenant.code());
            insert.setString(4, tenant.slug());
            insert.setString(5, tenant.name());
            insert.setString(6, tenant.accent());
            insert.executeUpdate();
        }
    }

    private static void parent(Connection connection, Demo tenant) throws SQLException {
        if (tenant.parent() == null) {
            return;
        }
        try (var insert = connection.prepareStatement("""
                insert into tenancy.tenant_parent (tenant_id, parent_id, valid_from) values (?, ?, '2001-01-01')
                on conflict do nothing
                """)) {
            insert.setObject(1, id(tenant));
            insert.setObject(2, named("tenant " + tenant.parent()));
            insert.executeUpdate();
        }
    }

    private static void operators(Connection connection, SeedFile seed) throws SQLException {
        try (var insert = connection.prepareStatement(
                "insert into access.operator (issuer, subject, name) values (?, ?, ?) on conflict do nothing")) {
            for (var user : seed.users()) {
                if (user.role().equals("platform-operator")) {
                    operator(insert, seed.issuer(), user.subject(), user.name());
                }
            }
            for (var client : seed.clients()) {
                if (client.role().equals("platform-operator")) {
                    operator(insert, seed.issuer(), client.clientId(), client.clientId());
                }
            }
        }
    }

    private static void operator(java.sql.PreparedStatement insert, String issuer, String subject, String name)
            throws SQLException {
        insert.setString(1, issuer);
        insert.setString(2, subject);
        insert.setString(3, name);
        insert.executeUpdate();
    }

    /** Row level security holds for the owner, too: each tenant in a transaction of its own. */
    private static void within(Connection connection, UUID tenant) throws SQLException {
        try (var set = connection.prepareStatement("select set_config('app.tenant_id', ?, true)")) {
            set.setString(1, tenant.toString());
            set.execute();
        }
    }

    private static void offices(Connection connection, Demo tenant) throws SQLException {
        Map<String, String> sources = CsvFile.rows("opd/sources.csv").stream()
                .collect(Collectors.toMap(row -> row.getField("key"), row -> row.getField("title")));
        try (var insert = connection.prepareStatement("""
                insert into office.office (id, code, name, short, form, source, certainty, kind) values (?, ?, ?, nullif(?, ''), ?, ?, ?, ?)
                on conflict (tenant_id, id) do update
                  set name = excluded.name, short = excluded.short, form = excluded.form, source = excluded.source,
                      certainty = excluded.certainty
                """)) {
            for (var row : CsvFile.rows("opd/offices.csv")) {
                if (row.getField("region").equals(tenant.code())) {
                    insert.setObject(1, named("office " + row.getField("id")));
                    insert.setString(2, row.getField("id"));
                    insert.setString(3, row.getField("name"));
                    insert.setString(4, row.getField("short"));
                    insert.setString(5, row.getField("kind"));
                    insert.setString(6, sources.getOrDefault(row.getField("source"), row.getField("source")));
                    insert.setString(7, row.getField("certainty"));
                    insert.setString(8, kind(row.getField("kind")));
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
        try (var insert = connection.prepareStatement("""
                insert into office.office_count (count, year, source, note) values (?, ?, ?, nullif(?, ''))
                on conflict (tenant_id, year, source) do update set count = excluded.count, note = excluded.note
                """)) {
            for (var row : CsvFile.rows("opd/counts.csv")) {
                if (row.getField("region").equals(tenant.code())) {
                    insert.setInt(1, Integer.parseInt(row.getField("count")));
                    insert.setInt(2, Integer.parseInt(row.getField("year")));
                    insert.setString(3, sources.getOrDefault(row.getField("source"), row.getField("source")));
                    insert.setString(4, row.getField("note"));
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }

    /** What it is in law, by what it calls itself. */
    private static String kind(String form) {
        return switch (form) {
            case "kecamatan" -> "KECAMATAN";
            case "rsud" -> "FACILITY";
            default -> "PERANGKAT_DAERAH";
        };
    }

    /** Only for those who never were members here: what was ended or changed since stays ended or changed. */
    private static void memberships(Connection connection, Demo tenant, SeedFile seed) throws SQLException {
        for (var user : seed.users()) {
            if (tenant.slug().equals(user.tenant()) && !user.role().equals("citizen")) {
                var account = new Account(seed.issuer(), user.subject(), user.name(), user.email(), false);
                membership(connection, person(connection, account), user.role());
            }
        }
        for (var client : seed.clients()) {
            if (tenant.slug().equals(client.tenant())) {
                var account = new Account(seed.issuer(), client.clientId(), client.clientId(), null, true);
                membership(connection, person(connection, account), client.role());
            }
        }
    }

    /** The person of this account in the present tenant, made where it is missing. */
    static UUID person(Connection connection, Account account) throws SQLException {
        try (var insert = connection.prepareStatement("""
                insert into access.person (id, issuer, subject, name, email, machine)
                select md5(tenancy.current_tenant() || issuer || subject)::uuid, issuer, subject, name, email, machine
                  from (values (?, ?, ?, ?, ?)) as account (issuer, subject, name, email, machine)
                on conflict (tenant_id, issuer, subject) do update set name = excluded.name
                returning id
                """)) {
            insert.setString(1, account.issuer());
            insert.setString(2, account.subject());
            insert.setString(3, account.name());
            insert.setString(4, account.email());
            insert.setBoolean(5, account.machine());
            try (var row = insert.executeQuery()) {
                row.next();
                return row.getObject(1, UUID.class);
            }
        }
    }

    private static void membership(Connection connection, UUID person, String role) throws SQLException {
        try (var insert = connection.prepareStatement("""
                insert into access.membership (id, person_id, role, valid_from)
                select ?, ?, ?, '2026-01-01' where not exists (select from access.membership m where m.person_id = ?)
                """)) {
            insert.setObject(1, Ids.next());
            insert.setObject(2, person);
            insert.setString(3, role);
            insert.setObject(4, person);
            insert.executeUpdate();
        }
    }
}
