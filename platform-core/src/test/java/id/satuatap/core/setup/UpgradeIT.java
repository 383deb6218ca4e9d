package id.satuatap.core.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.satuatap.core.audit.AuditChain;
import id.satuatap.core.database.TenantId;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * The database of an older release, with what nine tenants did in it, becomes one of this release: nothing is lost, and who worked there
 * goes on. {@code upgrade/README.md} tells what is in it.
 */
class UpgradeIT {

    @TempDir
    static Path folder;

    private static UpgradedDemo demo;

    @BeforeAll
    static void upgrade() throws SQLException, IOException {
        demo = UpgradedDemo.start(folder);
    }

    @AfterAll
    static void end() {
        demo.close();
    }

    static Stream<String> tables() {
        return demo.before().tables().keySet().stream().filter(table -> !UpgradeMap.REFERENCE.contains(table));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void every_row_is_there_with_every_value(String table) {
        var rows = demo.before().rows(table, demo.now());

        assertThat(rows).isNotEmpty();
        assertThat(demo.now().rowsAsIn(demo.before(), table)).containsExactlyInAnyOrderElementsOf(rows);
    }

    @Test
    void everybody_who_did_something_is_one_person_and_known_as_before() {
        var accounts = demo.before().accounts();

        assertThat(accounts).hasSizeGreaterThan(100);
        accounts.forEach((account, known) -> assertThat(demo.now().persons())
                .filteredOn(person -> account.tenant().equals(person.get("tenant_id"))
                        && account.subject().equals(person.get("subject")))
                .as("%s", account)
                .singleElement()
                .satisfies(person -> {
                    assertThat(person).containsEntry("issuer", UpgradedDemo.ISSUER);
                    known.forEach((attribute, values) ->
                            assertThat(person.get(attribute)).as(attribute).isIn(values));
                }));
    }

    @Test
    void the_audit_chain_of_every_tenant_proves_from_first_to_last() {
        var tenants = demo.before().tables().get("tenancy.tenant").rows();

        assertThat(tenants).hasSize(9).allSatisfy(tenant -> {
            assertThat(entriesOf(tenant.get("id"))).isNotEmpty();
            assertThat(AuditChain.firstBreak(demo.core(), new TenantId(UUID.fromString(tenant.get("id")))))
                    .as(tenant.get("slug"))
                    .isNull();
        });
    }

    @Test
    void the_trail_tells_where_it_was_chained_anew_and_that_it_was_whole() {
        for (var tenant : demo.before().tables().get("tenancy.tenant").rows()) {
            var entries = entriesOf(tenant.get("id"));

            assertThat(demo.now().tables().get("audit.entry").rows())
                    .filteredOn(entry -> tenant.get("id").equals(entry.get("tenant_id"))
                            && UpgradeMap.CHAINED_ANEW.equals(entry.get("action")))
                    .singleElement()
                    .satisfies(entry -> assertThat(JsonMapper.shared().readTree(entry.get("data")))
                            .isEqualTo(JsonMapper.shared()
                                    .valueToTree(Map.of(
                                            "entries",
                                            entries.size(),
                                            "lastHash",
                                            entries.getLast().get("hash")))));
        }
    }

    /** Of the dump, the oldest first. */
    private static List<Map<String, String>> entriesOf(String tenant) {
        return demo.before().tables().get("audit.entry").rows().stream()
                .filter(entry -> tenant.equals(entry.get("tenant_id")))
                .sorted(Comparator.comparing(entry -> Long.valueOf(entry.get("position"))))
                .toList();
    }

    @Test
    void events_that_waited_are_told_and_chained_once() throws SQLException {
        var waiting = demo.before().tables().get("outbox.event").rows().stream()
                .filter(event -> event.get("relayed_at") == null)
                .toList();
        assertThat(waiting).hasSize(3);

        for (var event : waiting) {
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> demo.number(
                                    "select count(*) from outbox.delivery where listener = 'audit' and heard_at is not null and event_id = '%s'"
                                            .formatted(event.get("id")))
                            == 1);
            assertThat(demo.number("select count(*) from audit.entry where event_id = '%s'".formatted(event.get("id"))))
                    .isEqualTo(1);
        }
    }

    @Test
    void who_worked_before_the_upgrade_goes_on_after_it() {
        var assessor = demo.as("internal-assessor.lebong@contoh.example", "lebong");
        var indicator = "/api/v1/spbe/assessments/" + demo.assessment("lebong", "2026") + "/indicators/1";
        var answer = UpgradedDemo.read(assessor, indicator);
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
        demo.as("joko@contoh.example", "lebong")
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
            found.add(demo.number(count));
        }

        demo.loadDemoAgain();

        for (var count : counts) {
            assertThat(demo.number(count)).as(count).isEqualTo(found.removeFirst());
        }
    }
}
