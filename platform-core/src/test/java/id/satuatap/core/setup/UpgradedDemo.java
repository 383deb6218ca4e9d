package id.satuatap.core.setup;

import id.satuatap.core.tenancy.demo.Demo;
import id.satuatap.core.tenancy.demo.DemoAccounts;
import id.satuatap.core.tenancy.demo.DemoTenant;
import id.satuatap.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/**
 * The kept database of an older release, upgraded, with a core on it.
 *
 * @param before all rows as they were
 * @param now all rows right after the upgrade, before the core did anything
 */
record UpgradedDemo(TestDatabase database, UpgradeRows before, UpgradeRows now, ConfigurableApplicationContext core)
        implements AutoCloseable {

    static final String ISSUER = "http://id.localhost:8080";

    private static final String DUMP = "/upgrade/demo-v010.zip";
    private static final String DUMPED = "10";

    /** @param files where the files of the dump go */
    static UpgradedDemo start(Path files) throws SQLException, IOException {
        var database = TestDatabase.fresh("upgrade");
        var before = older(database, files);
        Setup.run(database.jdbcUrl(), database.ownerUsername(), database.ownerPassword(), database.runtimeUsername());
        var now = rows(database);
        var core = TestPlatform.application(
                database, TestPlatform.get().identityUrl(), Map.of("satuatap.files.folder", files.toString()));
        return new UpgradedDemo(database, before, now, core);
    }

    private static UpgradeRows older(TestDatabase database, Path files) throws SQLException, IOException {
        OlderSchema.migrate(database, DUMPED);
        try (var superuser = superuser(database);
                var dump = UpgradedDemo.class.getResourceAsStream(DUMP)) {
            UpgradeDump.load(Objects.requireNonNull(dump), superuser, files);
        }
        return rows(database);
    }

    private static UpgradeRows rows(TestDatabase database) throws SQLException {
        try (var superuser = superuser(database)) {
            return UpgradeRows.read(superuser);
        }
    }

    private static Connection superuser(TestDatabase database) throws SQLException {
        return DriverManager.getConnection(
                database.jdbcUrl(), database.superuserUsername(), database.superuserPassword());
    }

    @Override
    public void close() {
        core.close();
        database.drop();
    }

    /** With the accounts of everybody who was a member, as the launcher does at each start. */
    void loadDemoAgain() throws SQLException {
        try (var owner =
                DriverManager.getConnection(database.jdbcUrl(), database.ownerUsername(), database.ownerPassword())) {
            Setup.demo(new Demo(owner, seed(), DemoTenant.ALL), Setup.demoData());
        }
    }

    private DemoAccounts seed() {
        var users = new ArrayList<DemoAccounts.User>();
        var clients = new ArrayList<DemoAccounts.Client>();
        for (var member : before.tables().get("access.membership").rows()) {
            var tenant = slug(member.get("tenant_id"));
            if ("t".equals(member.get("machine"))) {
                clients.add(new DemoAccounts.Client(tenant, member.get("role"), member.get("subject")));
            } else {
                users.add(new DemoAccounts.User(
                        tenant, member.get("role"), member.get("subject"), member.get("email"), member.get("name")));
            }
        }
        return new DemoAccounts(ISSUER, users, clients);
    }

    private String slug(String tenant) {
        return one("tenancy.tenant", "id", tenant).get("slug");
    }

    String assessment(String slug, String year) {
        var tenant = one("tenancy.tenant", "slug", slug).get("id");
        return before.tables().get("spbe.assessment").rows().stream()
                .filter(row -> year.equals(row.get("year")) && tenant.equals(row.get("tenant_id")))
                .findFirst()
                .orElseThrow()
                .get("id");
    }

    private Map<String, String> one(String table, String column, String value) {
        return before.tables().get(table).rows().stream()
                .filter(row -> value.equals(row.get(column)))
                .findFirst()
                .orElseThrow();
    }

    /** Somebody of the dump, found by the address of a membership. */
    WebTestClient as(String email, String tenant) {
        var member = one("access.membership", "email", email);
        var token = TestPlatform.get()
                .token(
                        member.get("subject"),
                        claims -> claims.issuer(ISSUER)
                                .claim("client_id", "tenant-admin")
                                .claim("name", member.get("name"))
                                .claim("email", email));
        return WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + core.getEnvironment().getProperty("local.server.port"))
                .responseTimeout(Duration.ofSeconds(30))
                .defaultHeader("X-Satu-Tenant", tenant)
                .defaultHeader("Authorization", "Bearer " + token)
                .build();
    }

    static JsonNode read(WebTestClient client, String path) {
        return client.get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
    }

    long number(String sql) throws SQLException {
        try (var superuser = superuser(database);
                var row = superuser.createStatement().executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
