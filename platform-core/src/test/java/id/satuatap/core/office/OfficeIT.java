package id.satuatap.core.office;

import static id.satuatap.core.setup.TestPlatform.BANGKALAN;
import static org.assertj.core.api.Assertions.assertThat;

import id.satuatap.core.setup.TestPlatform;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

class OfficeIT {

    private static final TestPlatform PLATFORM = TestPlatform.get();

    private final String tenant = PLATFORM.freshTenant();

    @Test
    void a_post_is_held_by_one_at_a_time_when_fifty_are_appointed_at_once() throws Exception {
        var office = offices().get(0).at("/id").asString();
        var post = call(
                HttpMethod.POST,
                "/api/v1/offices/%s/posts".formatted(office),
                Map.of("name", "Kepala", "head", true, "validFrom", "2026-01-02"),
                201);
        var uri = "/api/v1/posts/%s/appointments".formatted(post.at("/id").asString());

        List<Integer> statuses;
        try (var threads = Executors.newFixedThreadPool(50)) {
            var answers = IntStream.range(0, 50)
                    .mapToObj(number -> threads.submit(() -> status(uri, appoint("Pejabat " + number, null))))
                    .toList();
            statuses = new ArrayList<>();
            for (var answer : answers) {
                statuses.add(answer.get());
            }
        }

        assertThat(statuses).filteredOn(status -> status == 201).hasSize(1);
        assertThat(statuses).filteredOn(status -> status == 409).hasSize(49);
        assertThat(status(uri, appoint("Penjabat Sementara, S.H.", "Plt."))).isEqualTo(201);
        assertThat(status(uri, appoint("Satu Lagi", "Plh."))).isEqualTo(409);
        var page = json(
                PLATFORM.bare(), HttpMethod.GET, "/api/v1/tenants/" + tenant + "/offices/" + office, null, null, 200);
        assertThat(page.at("/posts/0/holders").size()).isEqualTo(2);
        assertThat(page.toString()).contains("Penjabat Sementara, S.H.").doesNotContain("nip");
    }

    @Test
    void an_office_that_ended_is_found_by_those_who_go_on_with_its_work() {
        var all = offices();
        var first = all.get(1);
        var second = all.get(2);
        var third = all.get(3);
        succeed(first, second);
        succeed(second, third);

        var page = json(
                PLATFORM.bare(),
                HttpMethod.GET,
                "/api/v1/tenants/" + tenant + "/offices/" + first.at("/id").asString(),
                null,
                null,
                200);

        assertThat(page.at("/successors").size()).isEqualTo(1);
        assertThat(page.at("/successors/0/id")).isEqualTo(third.at("/id"));
        assertThat(page.at("/office/validTo").asString()).isEqualTo("2027-01-03");
        json(admin(), HttpMethod.POST, succession(first), successor(third), "\"2\"", 409);
        json(admin(), HttpMethod.POST, succession(third), successor(third), "\"1\"", 400);
    }

    @Test
    void a_right_for_an_office_reaches_what_is_below_it_and_nothing_is_above_itself() throws SQLException {
        var all = offices();
        var above = all.get(4).at("/id").asString();
        var middle = all.get(5).at("/id").asString();
        var below = all.get(6).at("/id").asString();

        move(middle, above, 1, 200);
        move(below, middle, 1, 200);

        assertThat(within(above)).containsExactlyInAnyOrder(middle, below);
        move(above, below, 1, 400);
        move(below, middle, 1, 412);
        move(middle, null, 2, 200);
        assertThat(within(above)).isEmpty();
        assertThat(within(middle)).containsExactly(below);
    }

    @Test
    void only_who_may_changes_offices_and_no_other_government_does() {
        var office = offices().get(7).at("/id").asString();
        var uri = "/api/v1/offices/%s/posts".formatted(office);
        var post = Map.of("name", "Sekretaris", "head", false, "validFrom", "2026-01-02");

        json(PLATFORM.as("coordinator", tenant), HttpMethod.POST, uri, post, null, 403);
        json(PLATFORM.as("tenant-admin", BANGKALAN), HttpMethod.POST, uri, post, null, 404);
        json(PLATFORM.as("tenant-admin", BANGKALAN), HttpMethod.GET, uri, null, null, 404);
        json(PLATFORM.at(tenant), HttpMethod.GET, uri, null, null, 401);
        call(HttpMethod.POST, uri, post, 201);
        call(HttpMethod.POST, uri, post, 409);
    }

    private List<JsonNode> offices() {
        return json(PLATFORM.bare(), HttpMethod.GET, "/api/v1/tenants/" + tenant + "/offices", null, null, 200)
                .at("/items")
                .valueStream()
                .toList();
    }

    private Map<String, Object> appoint(String name, String acting) {
        var request = new HashMap<String, Object>(Map.of("name", name, "validFrom", "2026-01-02"));
        if (acting != null) {
            request.put("acting", acting);
        }
        return request;
    }

    private void succeed(JsonNode office, JsonNode successor) {
        json(admin(), HttpMethod.POST, succession(office), successor(successor), "\"1\"", 200);
    }

    private String succession(JsonNode office) {
        return "/api/v1/offices/%s/succession".formatted(office.at("/id").asString());
    }

    private Map<String, Object> successor(JsonNode office) {
        return Map.of(
                "successors", List.of(office.at("/id").asString()), "since", "2027-01-04", "decree", "Perda 5/2026");
    }

    private void move(String office, String parent, int version, int status) {
        var request = new HashMap<String, Object>();
        request.put("parent", parent);
        json(
                admin(),
                HttpMethod.PUT,
                "/api/v1/offices/%s/parent".formatted(office),
                request,
                "\"%d\"".formatted(version),
                status);
    }

    private List<String> within(String ancestor) throws SQLException {
        var database = PLATFORM.database();
        var found = new ArrayList<String>();
        try (var superuser = DriverManager.getConnection(
                        database.jdbcUrl(), database.superuserUsername(), database.superuserPassword());
                var rows = superuser
                        .createStatement()
                        .executeQuery("select office_id from access.office_within where holds and ancestor_id = '%s'"
                                .formatted(ancestor))) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    private WebTestClient admin() {
        return PLATFORM.as("tenant-admin", tenant);
    }

    private int status(String uri, Object body) {
        return admin().post()
                .uri(uri)
                .bodyValue(body)
                .exchange()
                .returnResult(Void.class)
                .getStatus()
                .value();
    }

    private JsonNode call(HttpMethod method, String uri, Object body, int status) {
        return json(admin(), method, uri, body, null, status);
    }

    private JsonNode json(
            WebTestClient client, HttpMethod method, String uri, Object body, String ifMatch, int status) {
        var request = client.method(method).uri(uri);
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        if (body != null) {
            request.bodyValue(body);
        }
        return request.exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
    }
}
