package id.satuatap.core.privacy;

import static id.satuatap.core.setup.TestPlatform.BANGKALAN;
import static id.satuatap.core.setup.TestPlatform.LEBONG;
import static org.assertj.core.api.Assertions.assertThat;

import id.satuatap.core.audit.AuditChain;
import id.satuatap.core.setup.TestPlatform;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

class PrivacyIT {

    private static final TestPlatform PLATFORM = TestPlatform.get();
    private static final String INVITATIONS = "/api/v1/invitations";

    @Test
    void everybody_takes_along_what_is_kept_and_sees_who_looked() {
        var somebody = joined("larasati@contoh.example");
        var officer = officer();
        var kept = answer(somebody, HttpMethod.GET, "/api/v1/privacy/me", null, 200);
        var id = kept.at("/person/id").asString();

        assertThat(kept.at("/person/email").asString()).isEqualTo("larasati@contoh.example");
        assertThat(kept.at("/data/memberships/0/role").asString()).isEqualTo("opd-officer");
        assertThat(kept.at("/looks").size()).isZero();
        answer(
                officer,
                HttpMethod.POST,
                "/api/v1/privacy/persons/%s/openings".formatted(id),
                Map.of("reason", "Permintaan warga"),
                200);

        var looks = answer(somebody, HttpMethod.GET, "/api/v1/privacy/me", null, 200)
                .at("/looks");
        assertThat(looks.size()).isEqualTo(1);
        assertThat(looks.at("/0/reason").asString()).isEqualTo("Permintaan warga");
        assertThat(looks.at("/0/roles/0").asString()).isEqualTo("data-protection-officer");
    }

    @Test
    void who_asks_and_is_not_known_stays_so() {
        var stranger = signedIn(LEBONG, "tidak.dikenal@contoh.example");

        for (var times = 0; times < 2; times++) {
            assertThat(answer(stranger, HttpMethod.GET, "/api/v1/privacy/me", null, 404)
                            .at("/type")
                            .asString())
                    .isEqualTo("urn:problem:privacy.nothing-kept");
        }
    }

    @Test
    void who_is_forgotten_is_in_no_table_and_the_chain_still_proves() throws Exception {
        var somebody = joined("hapus.saya@contoh.example");
        var officer = officer();
        var id = answer(somebody, HttpMethod.GET, "/api/v1/privacy/me", null, 200)
                .at("/person/id")
                .asString();
        var erasure = "/api/v1/privacy/persons/%s/erasure".formatted(id);

        answer(officer, HttpMethod.POST, erasure, null, 409); // still a member
        end("hapus.saya@contoh.example");
        assertThat(tablesThatMention("hapus.saya")).isNotEmpty();
        answer(officer, HttpMethod.POST, erasure, null, 204);

        assertThat(tablesThatMention("hapus.saya")).isEmpty();
        assertThat(answer(admin(), HttpMethod.GET, "/api/v1/audit?limit=200", null, 200)
                        .toString())
                .doesNotContain("hapus.saya");
        assertThat(AuditChain.firstBreak(PLATFORM, LEBONG)).isNull();
        answer(officer, HttpMethod.POST, erasure, null, 409);
        assertThat(answer(
                                officer,
                                HttpMethod.GET,
                                "/api/v1/privacy/breach-list?limit=200&by=" + Instant.now(),
                                null,
                                200)
                        .toString())
                .contains("tenant-admin.lebong@contoh.example")
                .doesNotContain(id);
    }

    @Test
    void an_official_takes_the_nip_along_and_forgetting_takes_it_away() throws Exception {
        var somebody = joined("pejabat@contoh.example");
        var id = answer(somebody, HttpMethod.GET, "/api/v1/privacy/me", null, 200)
                .at("/person/id")
                .asString();
        appoint(id, "198812122012121012");

        var kept = answer(somebody, HttpMethod.GET, "/api/v1/privacy/me", null, 200)
                .at("/data/officials");
        end("pejabat@contoh.example");
        answer(officer(), HttpMethod.POST, "/api/v1/privacy/persons/%s/erasure".formatted(id), null, 204);

        assertThat(kept.at("/0/nip").asString()).isEqualTo("198812122012121012");
        assertThat(rows("select count(*) from access.official where name = 'Pejabat Dilupakan' and nip_sealed is null"
                        + " and nip_key is null and nip_found_by is null and person_id is null"))
                .isEqualTo(1);
    }

    @Test
    void whose_data_are_restricted_is_named_to_nobody_else_until_it_is_lifted() throws Exception {
        var somebody = joined("batasi.saya@contoh.example");
        var id = answer(somebody, HttpMethod.GET, "/api/v1/privacy/me", null, 200)
                .at("/person/id")
                .asString();
        var restriction = "/api/v1/privacy/persons/%s/restriction".formatted(id);
        var reason = Map.of("reason", "Surat 14/2026");
        var places = List.of("/api/v1/members", "/api/v1/audit?limit=200", "/api/v1/audit?limit=200&word=batasi.saya");
        assertThat(places).allMatch(place -> text(admin(), place).contains("batasi.saya"));
        var offer = Map.of("email", "batasi.saya@contoh.example", "role", "walidata");
        var letter = "/api/v1/invitations/%s/letter"
                .formatted(answer(admin(), HttpMethod.POST, "/api/v1/invitations", offer, 201)
                        .at("/id")
                        .asString());

        answer(officer(), HttpMethod.POST, restriction, reason, 204);

        assertThat(text(admin(), "/api/v1/invitations"))
                .doesNotContain("batasi.saya")
                .contains("(dibatasi)");
        answer(admin(), HttpMethod.POST, letter, null, 409);
        assertThat(places).noneMatch(place -> text(admin(), place).contains("batasi.saya"));
        assertThat(text(admin(), "/api/v1/members")).contains("(dibatasi)");
        assertThat(text(admin(), "/api/v1/audit/export")).doesNotContain("batasi.saya");
        assertThat(text(admin(), "/api/v1/audit?limit=200")).contains("privacy.restricted");
        var mine = answer(somebody, HttpMethod.GET, "/api/v1/privacy/me", null, 200);
        assertThat(mine.at("/person/email").asString()).isEqualTo("batasi.saya@contoh.example");
        assertThat(mine.at("/restriction/reason").asString()).isEqualTo("Surat 14/2026");
        assertThat(answer(officer(), HttpMethod.POST, "/api/v1/privacy/persons/%s/openings".formatted(id), reason, 200)
                        .at("/person/email")
                        .asString())
                .isEqualTo("batasi.saya@contoh.example");
        answer(officer(), HttpMethod.POST, restriction, reason, 409);

        answer(officer(), HttpMethod.DELETE, restriction, null, 204);
        answer(officer(), HttpMethod.DELETE, restriction, null, 204);

        assertThat(places).allMatch(place -> text(admin(), place).contains("batasi.saya"));
        assertThat(answer(somebody, HttpMethod.GET, "/api/v1/privacy/me", null, 200)
                        .at("/restriction")
                        .isNull())
                .isTrue();
        assertThat(rows("select count(*) from outbox.event where type = 'privacy.restriction-lifted' and subject = '%s'"
                        .formatted(id)))
                .isEqualTo(1);
    }

    @Test
    void what_a_sign_in_brings_is_not_taken_over_while_data_are_restricted() throws Exception {
        var somebody = joined("diam@contoh.example");
        var id = answer(somebody, HttpMethod.GET, "/api/v1/privacy/me", null, 200)
                .at("/person/id")
                .asString();
        answer(
                officer(),
                HttpMethod.POST,
                "/api/v1/privacy/persons/%s/restriction".formatted(id),
                Map.of("reason", "x"),
                204);

        var renamed = PLATFORM.at(LEBONG)
                .mutate()
                .defaultHeader(
                        "Authorization",
                        "Bearer "
                                + PLATFORM.token(
                                        "diam@contoh.example",
                                        claims -> claims.claim("client_id", "tenant-admin")
                                                .claim("name", "Nama Baru")))
                .build();
        answer(
                renamed,
                HttpMethod.POST,
                "/api/v1/invitations",
                Map.of("email", "a@contoh.example", "role", "planner"),
                403);

        assertThat(rows("select count(*) from access.person where name = 'Nama Baru'"))
                .isZero();
    }

    @Test
    void of_fifty_who_restrict_at_once_one_does_and_only_who_may() throws Exception {
        var somebody = joined("serentak@contoh.example");
        var id = answer(somebody, HttpMethod.GET, "/api/v1/privacy/me", null, 200)
                .at("/person/id")
                .asString();
        var restriction = "/api/v1/privacy/persons/%s/restriction".formatted(id);
        var reason = Map.of("reason", "Permintaan");
        var foreign = joined(BANGKALAN, "dpo2.bangkalan@contoh.example", "data-protection-officer");
        var officer = officer();
        answer(admin(), HttpMethod.POST, restriction, reason, 403);
        answer(admin(), HttpMethod.DELETE, restriction, null, 403);
        answer(foreign, HttpMethod.POST, restriction, reason, 404);
        answer(foreign, HttpMethod.DELETE, restriction, null, 404);

        var statuses = new ArrayList<Integer>();
        try (var threads = Executors.newFixedThreadPool(50)) {
            for (var status : threads.invokeAll(Collections.<Callable<Integer>>nCopies(
                    50,
                    () -> officer.post()
                            .uri(restriction)
                            .bodyValue(reason)
                            .exchange()
                            .returnResult(Void.class)
                            .getStatus()
                            .value()))) {
                statuses.add(status.get());
            }
        }

        assertThat(statuses).filteredOn(status -> status == 204).hasSize(1);
        assertThat(statuses).filteredOn(status -> status == 409).hasSize(49);
    }

    private static String text(WebTestClient client, String uri) {
        var body = client.get()
                .uri(uri)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult();
        return String.valueOf(body.getResponseBody());
    }

    private static void appoint(String person, String nip) {
        var office = answer(PLATFORM.bare(), HttpMethod.GET, "/api/v1/tenants/lebong/offices", null, 200)
                .at("/items/0/id")
                .asString();
        var post = answer(
                        admin(),
                        HttpMethod.POST,
                        "/api/v1/offices/%s/posts".formatted(office),
                        Map.of("name", "Juru Lupa", "head", false, "validFrom", "2026-01-02"),
                        201)
                .at("/id")
                .asString();
        var appointment = Map.of("name", "Pejabat Dilupakan", "nip", nip, "person", person, "validFrom", "2026-01-02");
        answer(admin(), HttpMethod.POST, "/api/v1/posts/%s/appointments".formatted(post), appointment, 201);
    }

    private static long rows(String count) throws SQLException {
        var database = PLATFORM.database();
        try (var superuser = DriverManager.getConnection(
                        database.jdbcUrl(), database.superuserUsername(), database.superuserPassword());
                var row = superuser.createStatement().executeQuery(count)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Test
    void the_register_of_processing_is_what_the_schema_says() {
        var register = answer(officer(), HttpMethod.GET, "/api/v1/privacy/register", null, 200)
                .at("/items")
                .toString();

        assertThat(register)
                .contains("access.person", "\"column\":\"email\"", "\"category\":\"contact\"", "last act+5y");
    }

    @Test
    void nobody_else_looks_or_forgets_and_no_other_government_does() {
        var somebody = joined("dilihat@contoh.example");
        var id = answer(somebody, HttpMethod.GET, "/api/v1/privacy/me", null, 200)
                .at("/person/id")
                .asString();
        var opening = "/api/v1/privacy/persons/%s/openings".formatted(id);
        var reason = Map.of("reason", "ingin tahu");

        answer(admin(), HttpMethod.POST, opening, reason, 403);
        answer(admin(), HttpMethod.GET, "/api/v1/privacy/register", null, 403);
        var foreign = joined(BANGKALAN, "dpo.bangkalan@contoh.example", "data-protection-officer");
        answer(foreign, HttpMethod.POST, opening, reason, 404);
        answer(foreign, HttpMethod.POST, "/api/v1/privacy/persons/%s/erasure".formatted(id), null, 404);
    }

    /** Every table with a text in it that holds the word, as a superuser sees it. */
    private static List<String> tablesThatMention(String word) throws SQLException {
        var found = new ArrayList<String>();
        var database = PLATFORM.database();
        try (var superuser = DriverManager.getConnection(
                        database.jdbcUrl(), database.superuserUsername(), database.superuserPassword());
                var tables = superuser.createStatement().executeQuery("""
                        select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
                         where c.relkind = 'r' and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
                        """)) {
            while (tables.next()) {
                try (var rows = superuser
                        .createStatement()
                        .executeQuery("select count(*) from %s t where t::text like '%%%s%%'"
                                .formatted(tables.getString(1), word))) {
                    rows.next();
                    if (rows.getLong(1) > 0) {
                        found.add(tables.getString(1));
                    }
                }
            }
        }
        return found;
    }

    private static void end(String email) {
        var member = answer(admin(), HttpMethod.GET, "/api/v1/members", null, 200)
                .at("/items")
                .valueStream()
                .filter(one -> one.at("/email").asString("").equals(email))
                .findFirst()
                .orElseThrow();
        admin().post()
                .uri("/api/v1/members/%s/end".formatted(member.at("/id").asString()))
                .header("If-Match", "\"1\"")
                .exchange()
                .expectStatus()
                .isOk();
    }

    private static WebTestClient admin() {
        return PLATFORM.as("tenant-admin", LEBONG);
    }

    private static WebTestClient officer() {
        return joined(LEBONG, "pelindung@contoh.example", "data-protection-officer");
    }

    private static WebTestClient joined(String email) {
        return joined(LEBONG, email, "opd-officer");
    }

    private static WebTestClient signedIn(String tenant, String email) {
        return PLATFORM.at(tenant)
                .mutate()
                .defaultHeader(
                        "Authorization",
                        "Bearer "
                                + PLATFORM.token(
                                        email,
                                        claims -> claims.claim("client_id", "tenant-admin")
                                                .claim("email", email)))
                .build();
    }

    /** The person, a member from now on. */
    private static WebTestClient joined(String tenant, String email, String role) {
        var client = signedIn(tenant, email);
        var invitation = PLATFORM.as("tenant-admin", tenant)
                .post()
                .uri(INVITATIONS)
                .bodyValue(Map.of("email", email, "role", role))
                .exchange()
                .expectBody(JsonNode.class)
                .returnResult();
        if (invitation.getStatus().value() == 201) {
            var link = invitation.getResponseBody().at("/link").asString();
            answer(
                    client,
                    HttpMethod.POST,
                    INVITATIONS + "/%s/acceptance".formatted(link.substring(link.lastIndexOf('/') + 1)),
                    null,
                    200);
        }
        return client;
    }

    private static JsonNode answer(WebTestClient client, HttpMethod method, String uri, Object body, int status) {
        var request = client.method(method).uri(uri);
        if (body != null) {
            request.bodyValue(body);
        }
        var answer = request.exchange().expectStatus().isEqualTo(status).expectBody(JsonNode.class);
        return answer.returnResult().getResponseBody();
    }
}
