package id.satuatap.core.calendar;

import static id.satuatap.core.setup.TestPlatform.BANGKALAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.satuatap.core.setup.TestPlatform;
import id.satuatap.core.tenancy.Tenants;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

class CalendarIT {

    private static final TestPlatform PLATFORM = TestPlatform.get();
    private static final String CLOSURES = "/api/v1/calendar/closures";
    private static final String WEEK = "/api/v1/calendar/week";
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Jakarta"));

    /** Tuesdays of a week without holidays. */
    private static final LocalDate TUESDAY = LocalDate.of(2027, 10, 5);

    @Test
    void five_working_days_are_counted_by_the_governments_calendar_for_everybody() {
        var found = deadline(BANGKALAN, "2026-03-16T15:30:00%2B07:00", 5);

        assertThat(found.at("/deadline").asString()).isEqualTo("2026-03-30T16:00:00+07:00");
        assertThat(found.at("/receivedOn").asString()).isEqualTo("2026-03-16");
        assertThat(found.at("/workingDays").size()).isEqualTo(5);
        assertThat(found.at("/skipped").size()).isEqualTo(9);
        assertThat(found.at("/skipped/1/kind").asString()).isEqualTo("libur_nasional");
        assertThat(found.at("/skipped/8/why").asString()).isEqualTo("Minggu");
        var english = PLATFORM.at(BANGKALAN)
                .mutate()
                .defaultHeader("Accept-Language", "en")
                .build();
        assertThat(json(
                                english,
                                HttpMethod.GET,
                                "/api/v1/calendar/deadline?from=2026-03-16T08:30:00Z&days=5",
                                null,
                                null,
                                200)
                        .at("/skipped/8/why")
                        .asString())
                .isEqualTo("Sunday");
        assertThat(deadline(BANGKALAN, "2026-03-16T15:30:00+07:00", 5)).isEqualTo(found); // a plus that nobody escaped
    }

    @Test
    void a_government_further_east_keeps_its_own_hours() throws SQLException {
        var tenant = PLATFORM.freshTenant();
        execute("update tenancy.tenant set zone = 'Asia/Jayapura' where slug = '%s'".formatted(tenant));
        PLATFORM.bean(Tenants.class).forget();

        var found = deadline(tenant, "2027-10-05T14:30:00%2B07:00", 1);

        assertThat(found.at("/receivedOn").asString()).isEqualTo("2027-10-06");
        assertThat(found.at("/deadline").asString()).isEqualTo("2027-10-07T16:00:00+09:00");
        assertThat(found.at("/zone").asString()).isEqualTo("Asia/Jayapura");
    }

    @Test
    void what_cannot_be_counted_is_refused_in_a_sentence() {
        var path = "/api/v1/calendar/deadline";
        var here = PLATFORM.at(BANGKALAN);

        for (var days : List.of("-1", "261", "2147483648", "lima")) {
            var wrong = json(here, HttpMethod.GET, path + "?from=2026-03-16T15:30:00Z&days=" + days, null, null, 400);
            assertThat(fields(wrong)).containsExactly("days");
        }
        for (var from : List.of("2026-03-16", "2026-03-16T15:30:00", "besok", "")) {
            var wrong = json(here, HttpMethod.GET, path + "?days=5&from=" + from, null, null, 400);
            assertThat(fields(wrong)).containsExactly("from");
        }
        assertThat(fields(json(here, HttpMethod.GET, path + "?days=5", null, null, 400)))
                .containsExactly("from");
        for (var from : List.of("2023-12-31T10:00:00Z", "2027-12-31T10:00:00Z", "-999999999-01-01T00:00:00Z")) {
            var unknown = json(here, HttpMethod.GET, path + "?days=5&from=" + from, null, null, 422);
            assertThat(unknown.at("/type").asString()).isEqualTo("urn:problem:calendar.unknown");
            assertThat(unknown.at("/detail").asString()).contains("31 Desember 2027");
        }
        var bare = json(PLATFORM.bare(), HttpMethod.GET, path + "?days=5&from=2026-03-16T15:30:00Z", null, null, 404);
        assertThat(bare.at("/detail").asString()).contains("kalender satu daerah");
    }

    @Test
    void a_closure_moves_deadlines_at_once_until_it_is_withdrawn() {
        var tenant = PLATFORM.freshTenant();
        assertThat(due(tenant)).isEqualTo("2027-10-06");

        var added = add(tenant, closure(TUESDAY.plusDays(1), TUESDAY.plusDays(2)));

        assertThat(due(tenant)).isEqualTo("2027-10-08");
        assertThat(closedDays(tenant)).contains("2027-10-06 libur_daerah Contoh: banjir");
        assertThat(added.at("/simulated").asBoolean()).isTrue();
        assertThat(added.at("/by").asString()).isEqualTo("Akun tenant-admin." + tenant);
        assertThat(year(tenant, PLATFORM.bare()).toString()).doesNotContain("Akun tenant-admin");

        var uri = CLOSURES + "/" + added.at("/id").asString();
        json(admin(tenant), HttpMethod.POST, uri + "/withdrawal", null, null, 428);
        var stale = json(admin(tenant), HttpMethod.POST, uri + "/withdrawal", null, "\"9\"", 412);
        assertThat(stale.at("/current/version").asInt()).isEqualTo(1);
        var withdrawn = json(admin(tenant), HttpMethod.POST, uri + "/withdrawal", null, "\"1\"", 200);

        assertThat(withdrawn.at("/withdrawn").asBoolean()).isTrue();
        assertThat(due(tenant)).isEqualTo("2027-10-06");
        assertThat(closedDays(tenant)).noneMatch(day -> day.contains("libur_daerah"));
        json(admin(tenant), HttpMethod.POST, uri + "/withdrawal", null, "\"2\"", 409);
        assertThat(json(admin(tenant), HttpMethod.GET, CLOSURES + "?year=2027", null, null, 200)
                        .at("/items/0/withdrawn")
                        .asBoolean())
                .isTrue();
        assertThat(json(admin(tenant), HttpMethod.GET, CLOSURES + "?year=2026", null, null, 200)
                        .at("/items")
                        .size())
                .isZero();
        add(tenant, closure(TUESDAY.plusDays(1), TUESDAY.plusDays(2)));
    }

    @Test
    void of_fifty_closures_at_once_that_share_a_day_one_is_kept() throws Exception {
        var tenant = PLATFORM.freshTenant();

        var statuses = fifty(number -> status(
                admin(tenant),
                HttpMethod.POST,
                CLOSURES,
                closure(TUESDAY.minusDays(number % 7), TUESDAY.plusDays(number % 5)),
                null));

        assertThat(statuses).filteredOn(status -> status == 201).hasSize(1);
        assertThat(statuses).filteredOn(status -> status == 409).hasSize(49);
        var refused = json(admin(tenant), HttpMethod.POST, CLOSURES, closure(TUESDAY, TUESDAY), null, 409);
        assertThat(refused.at("/type").asString()).isEqualTo("urn:problem:calendar.closure-overlaps");
        assertThat(json(admin(tenant), HttpMethod.GET, CLOSURES, null, null, 200)
                        .at("/items")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void of_fifty_weeks_at_once_one_is_kept() throws Exception {
        var tenant = PLATFORM.freshTenant();

        var statuses =
                fifty(number -> status(admin(tenant), HttpMethod.PUT, WEEK, week(TUESDAY, 5 + number % 2), "\"0\""));

        assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
        assertThat(statuses).filteredOn(status -> status == 412).hasSize(49);
    }

    @Test
    void the_same_key_closes_once() {
        var tenant = PLATFORM.freshTenant();
        var keyed = admin(tenant)
                .mutate()
                .defaultHeader("Idempotency-Key", UUID.randomUUID().toString())
                .build();
        var first = json(keyed, HttpMethod.POST, CLOSURES, closure(TUESDAY, TUESDAY), null, 201);

        var again = json(keyed, HttpMethod.POST, CLOSURES, closure(TUESDAY, TUESDAY), null, 201);

        assertThat(again.at("/id")).isEqualTo(first.at("/id"));
        json(keyed, HttpMethod.POST, CLOSURES, closure(TUESDAY, TUESDAY.plusDays(1)), null, 422);
    }

    @Test
    void a_week_of_six_days_holds_from_its_day_on() {
        var tenant = PLATFORM.freshTenant();
        var usual = json(admin(tenant), HttpMethod.GET, WEEK, null, null, 200);
        assertThat(usual.at("/version").asInt()).isZero();
        assertThat(usual.at("/items/0/validFrom").isNull()).isTrue();
        assertThat(usual.at("/items/0/days/4/closes").asString()).isEqualTo("16:30");

        json(admin(tenant), HttpMethod.PUT, WEEK, week(TUESDAY, 6), null, 428);
        var set = json(admin(tenant), HttpMethod.PUT, WEEK, week(TUESDAY, 6), "\"0\"", 200);

        assertThat(set.at("/version").asInt()).isEqualTo(1);
        assertThat(set.at("/items/1/days").size()).isEqualTo(6);
        assertThat(deadline(tenant, "2027-10-01T10:00:00%2B07:00", 1)
                        .at("/deadline")
                        .asString())
                .isEqualTo("2027-10-04T16:00:00+07:00");
        assertThat(deadline(tenant, "2027-10-08T10:00:00%2B07:00", 1)
                        .at("/deadline")
                        .asString())
                .isEqualTo("2027-10-09T14:00:00+07:00");
        assertThat(year(tenant, PLATFORM.bare()).at("/weeks").size()).isEqualTo(2);
        var stale = json(admin(tenant), HttpMethod.PUT, WEEK, week(TUESDAY, 5), "\"0\"", 412);
        assertThat(stale.at("/current/version").asInt()).isEqualTo(1);
        json(admin(tenant), HttpMethod.PUT, WEEK, week(TUESDAY, 5), "\"1\"", 200);
        assertThat(deadline(tenant, "2027-10-08T10:00:00%2B07:00", 1)
                        .at("/deadline")
                        .asString())
                .isEqualTo("2027-10-11T14:00:00+07:00");
    }

    @Test
    void a_fault_is_named_where_it_is() {
        var tenant = PLATFORM.freshTenant();
        var admin = admin(tenant);

        assertThat(fields(json(admin, HttpMethod.POST, CLOSURES, closure(TUESDAY, TUESDAY.minusDays(1)), null, 400)))
                .containsExactly("to");
        assertThat(fields(json(
                        admin,
                        HttpMethod.POST,
                        CLOSURES,
                        Map.of("from", TUESDAY, "to", TUESDAY, "reason", " "),
                        null,
                        400)))
                .containsExactly("reason");
        assertThat(fields(json(admin, HttpMethod.PUT, WEEK, week(TODAY.minusDays(1), 5), "\"0\"", 400)))
                .containsExactly("validFrom");
        assertThat(fields(json(admin, HttpMethod.PUT, WEEK, week(LocalDate.of(2028, 1, 3), 5), "\"0\"", 400)))
                .containsExactly("validFrom");
        var late = Map.of("validFrom", TUESDAY, "days", List.of(day("MONDAY", "16:00", "07:30")));
        assertThat(fields(json(admin, HttpMethod.PUT, WEEK, late, "\"0\"", 400)))
                .containsExactly("days[0].closes");
        var twice = Map.of(
                "validFrom",
                TUESDAY,
                "days",
                List.of(day("MONDAY", "07:30", "16:00"), day("MONDAY", "08:00", "16:00")));
        assertThat(fields(json(admin, HttpMethod.PUT, WEEK, twice, "\"0\"", 400)))
                .containsExactly("days[1].day");
        json(admin, HttpMethod.PUT, WEEK, Map.of("validFrom", TUESDAY, "days", List.of()), "\"0\"", 400);
        json(admin, HttpMethod.GET, "/api/v1/tenants/%s/calendar?year=2028".formatted(tenant), null, null, 422);
    }

    @Test
    void officials_read_it_and_only_two_roles_change_it_and_no_other_government_does() {
        var tenant = PLATFORM.freshTenant();
        var uri = CLOSURES + "/"
                + add(tenant, closure(TUESDAY, TUESDAY)).at("/id").asString();
        var officer = PLATFORM.as("opd-officer", tenant);

        assertThat(json(officer, HttpMethod.GET, CLOSURES, null, null, 200)
                        .at("/items")
                        .size())
                .isEqualTo(1);
        json(officer, HttpMethod.GET, WEEK, null, null, 200);
        var counted = json(
                officer,
                HttpMethod.GET,
                "/api/v1/calendar/working-days?from=2027-10-04&to=2027-10-10",
                null,
                null,
                200);
        assertThat(counted.at("/count").asInt()).isEqualTo(4);
        json(officer, HttpMethod.POST, CLOSURES, closure(TUESDAY.plusDays(9), TUESDAY.plusDays(9)), null, 403);
        json(officer, HttpMethod.PUT, WEEK, week(TUESDAY, 6), "\"0\"", 403);
        json(officer, HttpMethod.POST, uri + "/withdrawal", null, "\"1\"", 403);
        json(PLATFORM.as("stranger", tenant), HttpMethod.GET, CLOSURES, null, null, 403);
        json(PLATFORM.at(tenant), HttpMethod.GET, CLOSURES, null, null, 401);
        json(PLATFORM.at(tenant), HttpMethod.GET, WEEK, null, null, 401);
        json(admin(BANGKALAN), HttpMethod.GET, uri, null, null, 404);
        json(admin(BANGKALAN), HttpMethod.POST, uri + "/withdrawal", null, "\"1\"", 404);
        json(PLATFORM.at(BANGKALAN), HttpMethod.GET, "/api/v1/tenants/%s/calendar".formatted(tenant), null, null, 403);
        assertThat(closedDays(BANGKALAN)).noneMatch(day -> day.contains("2027-10-05"));
        json(PLATFORM.as("coordinator", tenant), HttpMethod.POST, uri + "/withdrawal", null, "\"1\"", 200);
    }

    @Test
    void the_trail_names_what_was_closed_and_from_when() {
        var tenant = PLATFORM.freshTenant();
        add(tenant, closure(TUESDAY, TUESDAY.plusDays(1)));

        var entries = await().atMost(Duration.ofSeconds(30))
                .until(() -> entriesOfClosures(tenant), found -> !found.isEmpty());

        assertThat(entries).singleElement().asString().contains("Contoh: banjir", "2027-10-05", "2027-10-06");
    }

    @Test
    void the_demo_has_a_closure_that_says_it_is_invented_and_moves_no_deadline() {
        var year =
                json(PLATFORM.bare(), HttpMethod.GET, "/api/v1/tenants/bangkalan/calendar?year=2026", null, null, 200);

        assertThat(year.at("/workingDays").asInt()).isEqualTo(240);
        assertThat(year.at("/closedDays")
                        .valueStream()
                        .filter(day -> day.at("/simulated").asBoolean()))
                .hasSize(1)
                .allMatch(day -> day.at("/name").asString().startsWith("Contoh: "));
        assertThat(year.at("/closedDays/0/sources/0").asString()).contains("1497/2025");
        assertThat(year.at("/knownUntil").asString()).isEqualTo("2027-12-31");
    }

    private static List<String> entriesOfClosures(String tenant) {
        return json(admin(tenant), HttpMethod.GET, "/api/v1/audit?kind=CHANGE", null, null, 200)
                .at("/items")
                .valueStream()
                .map(JsonNode::toString)
                .filter(entry -> entry.contains("calendar.closure-added"))
                .toList();
    }

    private static List<Integer> fifty(IntFunction<Integer> call) throws Exception {
        var statuses = new ArrayList<Integer>();
        try (var threads = Executors.newFixedThreadPool(50)) {
            var answers = IntStream.range(0, 50)
                    .mapToObj(number -> threads.submit(() -> call.apply(number)))
                    .toList();
            for (var answer : answers) {
                statuses.add(answer.get());
            }
        }
        return statuses;
    }

    private static Map<String, Object> closure(LocalDate from, LocalDate to) {
        return Map.of("from", from, "to", to, "reason", "Contoh: banjir");
    }

    private static Map<String, Object> week(LocalDate from, int days) {
        var names = List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY");
        return Map.of(
                "validFrom",
                from,
                "days",
                names.subList(0, days).stream()
                        .map(name -> day(name, "07:30", "14:00"))
                        .toList());
    }

    private static Map<String, String> day(String name, String opens, String closes) {
        return Map.of("day", name, "opens", opens, "closes", closes);
    }

    private static JsonNode add(String tenant, Map<String, Object> closure) {
        return json(admin(tenant), HttpMethod.POST, CLOSURES, closure, null, 201);
    }

    private static JsonNode deadline(String tenant, String from, int days) {
        var uri = java.net.URI.create(
                "http://127.0.0.1:%d/api/v1/calendar/deadline?from=%s&days=%d".formatted(PLATFORM.port(), from, days));
        return PLATFORM.at(tenant)
                .get()
                .uri(uri)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
    }

    /** The day on which something of Tuesday noon is due that takes one day. */
    private static String due(String tenant) {
        return deadline(tenant, TUESDAY + "T12:00:00%2B07:00", 1)
                .at("/deadline")
                .asString()
                .substring(0, 10);
    }

    private static JsonNode year(String tenant, WebTestClient client) {
        return json(client, HttpMethod.GET, "/api/v1/tenants/%s/calendar?year=2027".formatted(tenant), null, null, 200);
    }

    private static List<String> closedDays(String tenant) {
        return year(tenant, PLATFORM.bare())
                .at("/closedDays")
                .valueStream()
                .map(day -> "%s %s %s"
                        .formatted(
                                day.at("/date").asString(),
                                day.at("/kind").asString(),
                                day.at("/name").asString()))
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

    private static void execute(String sql) throws SQLException {
        var database = PLATFORM.database();
        try (var superuser = DriverManager.getConnection(
                        database.jdbcUrl(), database.superuserUsername(), database.superuserPassword());
                var statement = superuser.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isEqualTo(1);
        }
    }

    private static int status(
            WebTestClient client, HttpMethod method, String uri, Object body, @Nullable String ifMatch) {
        var request = client.method(method).uri(uri);
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.bodyValue(body)
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
