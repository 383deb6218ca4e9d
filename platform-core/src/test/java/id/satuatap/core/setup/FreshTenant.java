package id.satuatap.core.setup;

import id.satuatap.core.tenancy.demo.Demo;
import id.satuatap.core.tenancy.demo.DemoAccounts;
import id.satuatap.core.tenancy.demo.DemoData;
import id.satuatap.core.tenancy.demo.DemoTenant;
import id.satuatap.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Founds tenants for tests, by what the features bring along for the demo, and names the accounts of all of them. */
final class FreshTenant {

    static final List<DemoData> FEATURES = Setup.demoData();

    private static final List<String> ROLES = List.of(
            "internal-assessor",
            "data-entry",
            "coordinator",
            "tenant-admin",
            "opd-officer",
            "head-of-region",
            "data-protection-officer");

    private static final AtomicInteger FOUNDED = new AtomicInteger();

    private FreshTenant() {}

    static String found(TestDatabase database) {
        var number = FOUNDED.incrementAndGet();
        try (var owner =
                DriverManager.getConnection(database.jdbcUrl(), database.ownerUsername(), database.ownerPassword())) {
            var slug = "uji" + number;
            var tenant = new DemoTenant(
                    slug, region(owner, number), "REGENCY", "Kabupaten " + slug, "#0b5c8a", TestPlatform.BENGKULU);
            var demo = new Demo(owner, accounts(slug), List.of(tenant));
            Setup.demo(demo, FEATURES);
            demo.become(tenant.id());
            offices(owner);
            owner.commit();
            return slug;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** One of another province, so that a control room of the demo stays as it is; no two tenants have the same. */
    private static String region(Connection owner, int number) throws SQLException {
        try (var select = owner.prepareStatement("""
                select code from tenancy.region where code like '1_.__' and code not like '17.%'
                 order by code offset ? limit 1
                """)) {
            select.setInt(1, number);
            try (var row = select.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalStateException("no region is left for tenant " + number);
                }
                return row.getString(1);
            }
        }
    }

    private static void offices(Connection owner) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.executeUpdate("""
                    insert into office.office (id, code, name, form, source, certainty, kind)
                    select gen_random_uuid(), 'uji-' || number, 'Dinas Uji ' || number, 'dinas', 'uji', 'certain', 'PERANGKAT_DAERAH'
                      from generate_series(10, 19) number
                    """);
        }
    }

    /** Those of the demo that tests speak of. */
    static DemoAccounts accounts() {
        var demo = accounts(
                TestPlatform.REJANG_LEBONG,
                TestPlatform.LEBONG,
                TestPlatform.BANGKALAN,
                TestPlatform.BENGKULU,
                "jatim");
        person(demo.users(), TestPlatform.BENGKULU, "province-overseer");
        person(demo.users(), "jatim", "province-overseer");
        demo.users()
                .add(new DemoAccounts.User(
                        null, "platform-operator", "platform-operator", "operator@contoh.example", "Operator"));
        return demo;
    }

    private static DemoAccounts accounts(String... tenants) {
        var accounts = new DemoAccounts(TestPlatform.ISSUER, new ArrayList<>(), new ArrayList<>());
        for (var tenant : tenants) {
            for (var role : ROLES) {
                person(accounts.users(), tenant, role);
                accounts.clients().add(new DemoAccounts.Client(tenant, role, tenant + "-" + role));
            }
        }
        return accounts;
    }

    private static void person(List<DemoAccounts.User> users, String tenant, String role) {
        var name = role + "." + tenant;
        users.add(new DemoAccounts.User(tenant, role, name, name + "@contoh.example", "Akun " + name));
    }
}
