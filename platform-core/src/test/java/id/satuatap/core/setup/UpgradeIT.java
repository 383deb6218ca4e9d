package id.satuatap.core.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import id.satuatap.core.audit.AuditChain;
import id.satuatap.core.database.TenantId;
import id.satuatap.testkit.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/**
 * The database of an older release, with what nine tenants did in it, becomes one of this release: nothing is lost, and who worked there
 * goes on. {@code upgrade/README.md} tells what is in it.
 */
class UpgradeIT {

    private static final String DUMP = "/upgrade/demo-v010.zip";
    private static final String DUMPED = "10";
    private static final String ISSUER = "http://id.localhost:8080";

    @TempDir
    static Path folder;

    private static TestDatabase database;
    private static UpgradeRows before;
    private static UpgradeRows now;
    private static ConfigurableApplicationContext core;

    @BeforeAll
    static void upgrade() throws Exception {
        database = TestDatabase.fresh("upgrade");
        Setup.migrations(
                        database.jdbcUrl(),
                        database.ownerUsername(),
                        database.ownerPassword(),
                        database.runtimeUsername())
                .target(DUMPED)
                .load()
                .migrate();
        try (var superuser = superuser();
                var dump = UpgradeIT.class.getResourceAsStream(DUMP)) {
            UpgradeDump.load(Objects.requireNonNull(dump), superuser, folder.resolve("files"));
            before = UpgradeRows.read(superuser);
        }

        Setup.run(database.jdbcUrl(), database.ownerUsername(), database.ownerPassword(), database.runtimeUsername());

        try (var superuser = superuser()) {
            now = UpgradeRows.read(superuser);
        }
        core = TestPlatform.application(
                database,
                TestPlatform.get().identityUrl(),
                Map.of("satuatap.files.folder", folder.resolve("files").toString()));
    }

    @AfterAll
    static void end() {
        core.close();
        database.drop();
    }

    static Stream<String> tables() {
        return before.tables().keySet().stream().filter(table -> !UpgradeMap.REFERENCE.contains(table));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void every_row_is_there_with_every_value(String table) {
        var rows = before.rows(table, now);

        assertThat(rows).isNotEmpty();
        assertThat(now.rowsAsIn(before, table)).containsExactlyInAnyOrderElementsOf(rows);
    }

    @Test
    void everybody_who_did_something_is_a_person_with_issuer_name_and_address() {
        assumeTrue(now.knowsPersons());
        var accounts = before.accounts();

        assertThat(accounts).hasSizeGreaterThan(100);
        accounts.forEach((account, known) -> assertThat(now.persons())
                .filteredOn(person -> account.tenant().equals(person.get("tenant_id"))
                        && account.subject().equals(person.get("subject")))
                .as("%s, known as %s", account, known)
                .singleElement()
                .satisfies(person -> {
                    assertThat(person).containsEntry("issuer", ISSUER);
                    assertOneOf(known.names(), person.get("name"));
                    assertOneOf(known.emails(), person.get("email"));
                }));
    }

    private static void assertOneOf(Set<String> known, String kept) {
        if (!known.isEmpty()) {
            assertThat(kept).isIn(known);
        }
    }

    @Test
    void the_audit_chain_of_every_tenant_proves_from_first_to_last() {
        var tenants = before.tables().get("tenancy.tenant").rows();

        assertThat(tenants).hasSize(9).allSatisfy(tenant -> {
            assertThat(entriesOf(tenant.get("id"))).isNotEmpty();
            assertThat(AuditChain.firstBreak(core, new TenantId(UUID.fromString(tenant.get("id")))))
                    .as(tenant.get("slug"))
                    .isNull();
        });
    }

    private static List<?> entriesOf(String tenant) {
        return before.tables().get("audit.entry").rows().stream()
                .filter(entry -> tenant.equals(entry.get("tenant_id")))
                .toList();
    }

    @Test
    void events_that_waited_are_told_and_chained_once() throws SQLException {
        var waiting = before.tables().get("outbox.event").rows().stream()
                .filter(event -> event.get("relayed_at") == null)
                .toList();
        assertThat(waiting).hasSize(3);

        for (var event : waiting) {
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> number("select count(*) from outbox.event where relayed_at is not null and id = '%s'"
                                    .formatted(event.get("id")))
                            == 1);
            assertThat(number("select count(*) from audit.entry where event_id = '%s'".formatted(event.get("id"))))
                    .isEqualTo(1);
        }
    }

    @Test
    void who_worked_before_the_upgrade_goes_on_after_it() {
        var assessor = as("internal-assessor.lebong@contoh.example", "lebong");
        var indicator = "/api/v1/spbe/assessments/" + assessment("lebong", "2026") + "/indicators/1";
        var answer = read(assessor, indicator);
        assertThat(answer.at("/version").intValue()).isEqualTo(3);
        assertThat(answer.at("/history/1/by").asString()).startsWith("Petugas entri data Lebong");
        assertThat(answer.at("/evidence").size()).isEqualTo(1);

        assessor.put()
                .uri(indicator)
                .header("If-Match", "\"3\"")
                .bodyValue(Map.of("level", 5, "fact", "sesudah naik versi", "analysis", ""))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.history.length()")
                .isEqualTo(4);
        assessor.get()
                .uri("/api/v1/documents/" + answer.at("/evidence/0/document").asString() + "/content")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .value(bytes -> assertThat(bytes).contains("perbup"));
    }

    @Test
    void whose_membership_had_ended_stays_outside() {
        as("joko@contoh.example", "lebong")
                .get()
                .uri("/api/v1/spbe/assessments")
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @Test
    void loading_the_demo_again_adds_nobody_and_nothing() throws SQLException {
        var counts = List.of("access.membership", "spbe.assessment", "spbe.sharing", "spbe.shared_assessment").stream()
                .map(table -> "select count(*) from " + UpgradeMap.table(table))
                .toList();
        var found = new ArrayList<Long>();
        for (var count : counts) {
            found.add(number(count));
        }

        try (var owner =
                DriverManager.getConnection(database.jdbcUrl(), database.ownerUsername(), database.ownerPassword())) {
            DemoTenants.load(owner, seed());
        }

        for (var count : counts) {
            assertThat(number(count)).as(count).isEqualTo(found.removeFirst());
        }
    }

    /** The accounts that the demo was loaded with. */
    private static SeedFile seed() {
        var users = new ArrayList<SeedFile.User>();
        var clients = new ArrayList<SeedFile.Client>();
        for (var member : before.tables().get("access.membership").rows()) {
            var tenant = slug(member.get("tenant_id"));
            if ("t".equals(member.get("machine"))) {
                clients.add(new SeedFile.Client(tenant, member.get("role"), member.get("subject")));
            } else {
                users.add(new SeedFile.User(
                        tenant, member.get("role"), member.get("subject"), member.get("email"), member.get("name")));
            }
        }
        return new SeedFile(ISSUER, users, clients);
    }

    private static String slug(String tenant) {
        return one("tenancy.tenant", "id", tenant).get("slug");
    }

    private static String assessment(String slug, String year) {
        var tenant = one("tenancy.tenant", "slug", slug).get("id");
        return before.tables().get("spbe.assessment").rows().stream()
                .filter(row -> year.equals(row.get("year")) && tenant.equals(row.get("tenant_id")))
                .findFirst()
                .orElseThrow()
                .get("id");
    }

    private static Map<String, String> one(String table, String column, String value) {
        return before.tables().get(table).rows().stream()
                .filter(row -> value.equals(row.get(column)))
                .findFirst()
                .orElseThrow();
    }

    /** Somebody of the dump, found by the address of a membership. */
    private static WebTestClient as(String email, String tenant) {
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

    private static JsonNode read(WebTestClient client, String path) {
        return client.get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
    }

    private static long number(String sql) throws SQLException {
        try (var superuser = superuser();
                var row = superuser.createStatement().executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static Connection superuser() throws SQLException {
        return DriverManager.getConnection(
                database.jdbcUrl(), database.superuserUsername(), database.superuserPassword());
    }
}
