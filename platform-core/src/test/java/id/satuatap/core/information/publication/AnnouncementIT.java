package id.satuatap.core.information.publication;

import static id.satuatap.core.setup.TestPlatform.BANGKALAN;
import static id.satuatap.core.setup.TestPlatform.LEBONG;
import static id.satuatap.core.setup.TestPlatform.REJANG_LEBONG;
import static org.assertj.core.api.Assertions.assertThat;

import id.satuatap.core.setup.TestPlatform;
import id.satuatap.core.tenancy.Tenants;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

class AnnouncementIT {

    private static final TestPlatform PLATFORM = TestPlatform.get();
    private static final String PATH = "/api/v1/announcements";
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Jakarta"));

    @AfterEach
    void all_are_in_the_west_again() throws SQLException {
        zone("Asia/Jakarta");
    }

    @Test
    void what_is_published_everybody_reads_until_it_is_withdrawn() {
        var title = title();
        var published = publish(LEBONG, request(title, TODAY, TODAY));
        var address = shownAt(LEBONG) + "/" + published.at("/id").asString();

        assertThat(shown(LEBONG)).contains(title);
        var read = json(PLATFORM.bare(), HttpMethod.GET, address, null, null, 200);
        assertThat(read.at("/title").asString()).isEqualTo(title);
        assertThat(read.at("/simulated").asBoolean()).isTrue();
        assertThat(read.toString()).doesNotContain("Akun tenant-admin");

        var uri = PATH + "/" + published.at("/id").asString();
        json(admin(LEBONG), HttpMethod.POST, uri + "/withdrawal", null, null, 428);
        var withdrawn = json(admin(LEBONG), HttpMethod.POST, uri + "/withdrawal", null, "\"1\"", 200);

        assertThat(withdrawn.at("/state").asString()).isEqualTo("WITHDRAWN");
        assertThat(withdrawn.at("/by").asString()).isEqualTo("Akun tenant-admin.lebong");
        assertThat(shown(LEBONG)).doesNotContain(title);
        json(PLATFORM.bare(), HttpMethod.GET, address, null, null, 404);
        json(admin(LEBONG), HttpMethod.PUT, uri, request(title, TODAY, TODAY), "\"2\"", 409);
        json(admin(LEBONG), HttpMethod.POST, uri + "/withdrawal", null, "\"2\"", 409);
        assertThat(listed(LEBONG, "?state=WITHDRAWN")).contains(title);
    }

    @Test
    void it_is_shown_from_its_first_to_its_last_day_of_its_government() throws SQLException {
        var title = title();
        var id = publish(LEBONG, request(title, TODAY, TODAY)).at("/id").asString();
        assertThat(shown(LEBONG)).contains(title);

        zone("Pacific/Kiritimati"); // fourteen hours ahead: a day later than at the date line's other side, always
        var east = LocalDate.now(ZoneId.of("Pacific/Kiritimati"));
        assertThat(shown(LEBONG).contains(title)).isEqualTo(east.equals(TODAY));
        zone("Etc/GMT+12");
        var west = LocalDate.now(ZoneId.of("Etc/GMT+12"));
        assertThat(east).isAfter(west);
        assertThat(shown(LEBONG).contains(title)).isEqualTo(west.equals(TODAY));
        if (west.isBefore(TODAY)) {
            assertThat(listed(LEBONG, "?state=PLANNED")).contains(title);
            json(PLATFORM.bare(), HttpMethod.GET, shownAt(LEBONG) + "/" + id, null, null, 404);
        }
    }

    @Test
    void a_last_day_that_is_over_leaves_the_address_and_says_so() throws SQLException {
        var title = title();
        var id = publish(LEBONG, request(title, TODAY, TODAY)).at("/id").asString();
        execute(
                "update information.announcement set valid_from = valid_from - 2, valid_to = valid_to - 1 where id = '%s'"
                        .formatted(id));

        var read = json(PLATFORM.bare(), HttpMethod.GET, shownAt(LEBONG) + "/" + id, null, null, 200);

        assertThat(shown(LEBONG)).doesNotContain(title);
        assertThat(read.at("/past").asBoolean()).isTrue();
        assertThat(listed(LEBONG, "?state=PAST")).contains(title);
        assertThat(listed(LEBONG, "?state=CURRENT")).doesNotContain(title);
        json(admin(LEBONG), HttpMethod.PUT, PATH + "/" + id, request(title, TODAY, TODAY), "\"1\"", 200);
        assertThat(shown(LEBONG)).contains(title);
    }

    @Test
    void urgent_ones_come_first_and_then_the_newest() {
        var calm = title();
        var calmer = title();
        var urgent = title();
        publish(BANGKALAN, request(urgent, TODAY, TODAY, "urgent", true));
        publish(BANGKALAN, request(calm, TODAY, TODAY));
        publish(BANGKALAN, request(calmer, TODAY, TODAY));

        assertThat(shown(BANGKALAN)).containsSubsequence(urgent, calmer, calm);
    }

    @Test
    void of_fifty_changes_at_once_to_one_version_one_is_kept() throws Exception {
        var id = publish(LEBONG, request(title(), TODAY, TODAY)).at("/id").asString();

        List<Integer> statuses;
        try (var threads = Executors.newFixedThreadPool(50)) {
            var answers = IntStream.range(0, 50)
                    .mapToObj(number -> threads.submit(
                            () -> status(admin(LEBONG), PATH + "/" + id, request("Perubahan " + number, TODAY, TODAY))))
                    .toList();
            statuses = new ArrayList<>();
            for (var answer : answers) {
                statuses.add(answer.get());
            }
        }

        assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
        assertThat(statuses).filteredOn(status -> status == 412).hasSize(49);
        var stale = json(admin(LEBONG), HttpMethod.PUT, PATH + "/" + id, request("Lain", TODAY, TODAY), "\"1\"", 412);
        assertThat(stale.at("/current/version").asInt()).isEqualTo(2);
        assertThat(stale.at("/current/title").asString()).startsWith("Perubahan ");
    }

    @Test
    void the_same_key_publishes_once() {
        var key = UUID.randomUUID().toString();
        var title = title();
        var first = keyed(key, request(title, TODAY, TODAY)).at("/id");

        assertThat(keyed(key, request(title, TODAY, TODAY)).at("/id")).isEqualTo(first);
        assertThat(shown(LEBONG)).containsOnlyOnce(title);
    }

    @Test
    void a_fault_is_named_where_it_is() {
        var wrong = request(" ", TODAY.plusDays(1), TODAY, "link", "ftp://contoh.example");
        var blank = json(admin(LEBONG), HttpMethod.POST, PATH, wrong, null, 400);
        wrong.put("title", "Judul");
        var rest = json(admin(LEBONG), HttpMethod.POST, PATH, wrong, null, 400);

        assertThat(fields(blank)).containsExactly("title");
        assertThat(fields(rest)).containsExactlyInAnyOrder("validTo", "link");
        var office = request("Judul", TODAY, TODAY, "office", UUID.randomUUID());
        json(admin(LEBONG), HttpMethod.POST, PATH, office, null, 404);
    }

    @Test
    void a_list_goes_on_where_it_ended() {
        IntStream.range(0, 3).forEach(number -> publish(BANGKALAN, request(title(), TODAY, TODAY)));

        var first = json(admin(BANGKALAN), HttpMethod.GET, PATH + "?limit=2", null, null, 200);
        var next = first.at("/next").asString();
        var second = json(admin(BANGKALAN), HttpMethod.GET, PATH + "?limit=2&after=" + next, null, null, 200);

        assertThat(first.at("/items").size()).isEqualTo(2);
        assertThat(next).isEqualTo(first.at("/items/1/id").asString());
        assertThat(second.at("/items/0/id").asString()).isLessThan(next);
    }

    @Test
    void only_who_may_writes_and_no_other_government_does() {
        var title = title();
        var uri = PATH + "/"
                + publish(LEBONG, request(title, TODAY, TODAY)).at("/id").asString();
        var request = request(title, TODAY, TODAY);

        json(PLATFORM.at(LEBONG), HttpMethod.GET, PATH, null, null, 401);
        json(PLATFORM.as("coordinator", LEBONG), HttpMethod.GET, PATH, null, null, 403);
        json(PLATFORM.as("opd-officer", LEBONG), HttpMethod.POST, PATH, request, null, 403);
        json(admin(BANGKALAN), HttpMethod.GET, uri, null, null, 404);
        json(admin(BANGKALAN), HttpMethod.PUT, uri, request, "\"1\"", 404);
        json(admin(BANGKALAN), HttpMethod.POST, uri + "/withdrawal", null, "\"1\"", 404);
        assertThat(listed(BANGKALAN, "?limit=200")).doesNotContain(title);
        assertThat(shown(BANGKALAN)).doesNotContain(title);
        json(PLATFORM.at(BANGKALAN), HttpMethod.GET, shownAt(LEBONG), null, null, 403);
        json(PLATFORM.bare(), HttpMethod.GET, uri.replace(PATH, shownAt(BANGKALAN)), null, null, 404);
    }

    @Test
    void the_demo_has_something_to_read_that_says_it_is_invented() {
        var page = json(PLATFORM.bare(), HttpMethod.GET, shownAt(REJANG_LEBONG), null, null, 200);

        assertThat(page.at("/items").size()).isGreaterThanOrEqualTo(4);
        assertThat(page.at("/items/0/urgent").asBoolean()).isTrue();
        assertThat(page.at("/items").valueStream())
                .allMatch(one -> one.at("/simulated").asBoolean()
                        && one.at("/title").asString().startsWith("Contoh: "));
    }

    private static String title() {
        return "Contoh " + UUID.randomUUID();
    }

    private static Map<String, Object> request(String title, LocalDate from, LocalDate to, Object... more) {
        var request = new HashMap<String, Object>(Map.of(
                "title", title, "text", "Baris satu\nBaris dua", "validFrom", from, "validTo", to, "urgent", false));
        for (int at = 0; at < more.length; at += 2) {
            request.put((String) more[at], more[at + 1]);
        }
        return request;
    }

    private static JsonNode publish(String tenant, Map<String, Object> request) {
        return json(admin(tenant), HttpMethod.POST, PATH, request, null, 201);
    }

    private static JsonNode keyed(String key, Map<String, Object> request) {
        var client =
                admin(LEBONG).mutate().defaultHeader("Idempotency-Key", key).build();
        return json(client, HttpMethod.POST, PATH, request, null, 201);
    }

    private static String shownAt(String tenant) {
        return "/api/v1/tenants/%s/announcements".formatted(tenant);
    }

    /** Titles in the order in which everybody reads them. */
    private static List<String> shown(String tenant) {
        return titles(json(PLATFORM.bare(), HttpMethod.GET, shownAt(tenant), null, null, 200));
    }

    private static List<String> listed(String tenant, String query) {
        return titles(json(admin(tenant), HttpMethod.GET, PATH + query, null, null, 200));
    }

    private static List<String> titles(JsonNode page) {
        return page.at("/items")
                .valueStream()
                .map(one -> one.at("/title").asString())
                .toList();
    }

    private static List<String> fields(JsonNode problem) {
        return problem.at("/faults")
                .valueStream()
                .map(fault -> fault.at("/field").asString())
                .toList();
    }

    private static WebTestClient admin(String tenant) {
        return PLATFORM.as("tenant-admin", tenant);
    }

    private static void zone(String zone) throws SQLException {
        execute("update tenancy.tenant set zone = '%s' where slug = '%s'".formatted(zone, LEBONG));
        PLATFORM.bean(Tenants.class).forget();
    }

    @Test
    void each_text_says_that_it_is_nobodys_personal_data() throws SQLException {
        var database = PLATFORM.database();
        var unsaid = new ArrayList<String>();
        try (var superuser = DriverManager.getConnection(
                        database.jdbcUrl(), database.superuserUsername(), database.superuserPassword());
                var columns = superuser.createStatement().executeQuery("""
                        select attname from pg_attribute
                         where attrelid = 'information.announcement'::regclass and attnum > 0 and atttypid = 'text'::regtype
                           and coalesce(col_description(attrelid, attnum), '') not like 'impersonal: %'
                        """)) {
            while (columns.next()) {
                unsaid.add(columns.getString(1));
            }
        }

        assertThat(unsaid).isEmpty();
    }

    private static void execute(String sql) throws SQLException {
        var database = PLATFORM.database();
        try (var superuser = DriverManager.getConnection(
                        database.jdbcUrl(), database.superuserUsername(), database.superuserPassword());
                var statement = superuser.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isEqualTo(1);
        }
    }

    private static int status(WebTestClient client, String uri, Object body) {
        return client.put()
                .uri(uri)
                .header("If-Match", "\"1\"")
                .bodyValue(body)
                .exchange()
                .returnResult(Void.class)
                .getStatus()
                .value();
    }

    private static JsonNode json(
            WebTestClient client,
            HttpMethod method,
            String uri,
            @Nullable Object body,
            @Nullable String ifMatch,
            int status) {
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
