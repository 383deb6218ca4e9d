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
import java.util.List;
import java.util.Map;
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

    /** The person, a member from now on. */
    private static WebTestClient joined(String tenant, String email, String role) {
        var client = PLATFORM.at(tenant)
                .mutate()
                .defaultHeader(
                        "Authorization",
                        "Bearer "
                                + PLATFORM.token(
                                        email,
                                        claims -> claims.claim("client_id", "tenant-admin")
                                                .claim("email", email)))
                .build();
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
