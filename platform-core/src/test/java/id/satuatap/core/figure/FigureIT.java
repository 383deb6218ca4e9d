package id.satuatap.core.figure;

import static id.satuatap.core.setup.TestPlatform.BANGKALAN;
import static id.satuatap.core.setup.TestPlatform.LEBONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.satuatap.core.database.CurrentTenant;
import id.satuatap.core.setup.TestPlatform;
import id.satuatap.core.tenancy.Tenant;
import id.satuatap.core.tenancy.Tenants;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;

class FigureIT {

    private static final TestPlatform PLATFORM = TestPlatform.get();
    private static final String FIGURES = "/api/v1/figures";
    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);

    @Test
    void each_night_keeps_what_is_there_once() throws SQLException {
        var lebong = tenant(LEBONG);
        take(lebong);
        take(lebong);

        var members = read(LEBONG, FIGURES + "?key=members.active&from=%1$s&to=%1$s".formatted(lebong.today()));
        var answered = read(LEBONG, FIGURES + "?key=spbe.answered&from=%1$s&to=%1$s".formatted(lebong.today()));

        assertThat(members.size()).isEqualTo(1);
        assertThat(members.at("/0/numerator").longValue()).isPositive();
        assertThat(members.at("/0/unit").asString()).isEqualTo("PEOPLE");
        assertThat(members.at("/0/denominator").isNull()).isTrue();
        assertThat(answered.size()).isEqualTo(1);
        assertThat(answered.at("/0/numerator").longValue()).isPositive().isLessThanOrEqualTo(47);
        assertThat(answered.at("/0/denominator").longValue()).isEqualTo(47);
        assertThat(answered.at("/0/simulated").booleanValue()).isTrue();
    }

    @Test
    void fifty_at_once_keep_one_and_the_first_counts() {
        var lebong = tenant(LEBONG);
        var next = new AtomicLong();
        var racing = counted(
                "test.racing", 1, () -> Flux.just(new Measured.Measurement(null, next.incrementAndGet(), null, 9)));

        Flux.range(0, 50).flatMap(number -> snapshot(lebong, racing, DAY), 50).blockLast(Duration.ofSeconds(60));
        var kept = read(LEBONG, FIGURES + "?key=test.racing");
        snapshot(lebong, racing, DAY).blockLast();

        assertThat(kept.size()).isEqualTo(1);
        assertThat(read(LEBONG, FIGURES + "?key=test.racing")).isEqualTo(kept);
    }

    @Test
    void another_way_of_counting_another_office_and_another_day_are_figures_of_their_own() {
        var lebong = tenant(LEBONG);
        var office = office(LEBONG);
        for (int day = 0; day < 4; day++) {
            snapshot(
                            lebong,
                            counted(
                                    "test.paged",
                                    1,
                                    () -> Flux.just(
                                            new Measured.Measurement(null, 1, 2L, 2),
                                            new Measured.Measurement(office, 3, 4L, 4))),
                            DAY.plusDays(day))
                    .blockLast();
        }
        snapshot(lebong, counted("test.paged", 2, () -> Flux.just(new Measured.Measurement(null, 5, 6L, 6))), DAY)
                .blockLast();

        assertThat(read(LEBONG, FIGURES + "?key=test.paged").size()).isEqualTo(9);
        assertThat(read(LEBONG, FIGURES + "?key=test.paged&office=" + office).size())
                .isEqualTo(4);
        assertThat(read(LEBONG, FIGURES + "?key=test.paged&from=2026-06-02&to=2026-06-03")
                        .size())
                .isEqualTo(4);
        var first = page(LEBONG, FIGURES + "?key=test.paged&limit=5");
        var rest = page(
                LEBONG,
                FIGURES + "?key=test.paged&limit=5&after=" + first.at("/next").asString());
        assertThat(first.at("/items").size()).isEqualTo(5);
        assertThat(rest.at("/items").size()).isEqualTo(4);
        assertThat(rest.at("/next").isNull()).isTrue();
        assertThat(first.at("/items").valueStream().toList())
                .doesNotContainAnyElementsOf(rest.at("/items").valueStream().toList());
    }

    @Test
    void all_offices_of_a_figure_are_kept_or_none_and_another_figure_is_not_held_up() {
        var lebong = tenant(LEBONG);
        var dying = counted(
                "test.dying",
                1,
                () -> Flux.concat(
                        Flux.just(new Measured.Measurement(null, 1, null, 1)),
                        Flux.error(new IllegalStateException("no"))));
        var refused = counted(
                "test.refused",
                1,
                () -> Flux.just(
                        new Measured.Measurement(null, 1, null, 1),
                        new Measured.Measurement(UUID.randomUUID(), 1, null, -1)));
        var whole = counted("test.whole", 1, () -> Flux.just(new Measured.Measurement(null, 1, null, 1)));

        new Snapshots(List.of(dying, refused, whole), PLATFORM.bean(Figures.class), PLATFORM.bean(Tenants.class))
                .take(lebong)
                .block(Duration.ofSeconds(30));

        assertThat(read(LEBONG, FIGURES + "?key=test.dying").size()).isZero();
        assertThat(read(LEBONG, FIGURES + "?key=test.refused").size()).isZero();
        assertThat(read(LEBONG, FIGURES + "?key=test.whole").size()).isEqualTo(1);
    }

    @Test
    void a_figure_of_an_office_that_is_not_of_this_government_is_refused() {
        for (var office : List.of(office(BANGKALAN), UUID.randomUUID())) {
            var foreign = counted("test.foreign", 1, () -> Flux.just(new Measured.Measurement(office, 1, null, 1)));

            assertThatThrownBy(() -> snapshot(tenant(LEBONG), foreign, DAY).blockLast())
                    .hasStackTraceContaining("figure_tenant_id_office_id_fkey");
        }
        assertThat(read(LEBONG, FIGURES + "?key=test.foreign").size()).isZero();
    }

    @Test
    void nobody_types_or_changes_one_not_even_the_application() throws SQLException {
        take(tenant(LEBONG));
        for (var method : List.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE)) {
            PLATFORM.as("tenant-admin", LEBONG)
                    .method(method)
                    .uri(FIGURES)
                    .exchange()
                    .expectStatus()
                    .is4xxClientError();
        }

        for (var sql : List.of(
                "update figure.figure set numerator = 1",
                "update figure.figure set n = 1",
                "delete from figure.figure",
                "truncate figure.figure")) {
            assertThatThrownBy(() -> asApplication(sql))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void figures_stay_in_their_government_and_with_those_who_may() {
        var only = counted("test.walled", 1, () -> Flux.just(new Measured.Measurement(null, 77, null, 77)));
        snapshot(tenant(LEBONG), only, DAY).blockLast();

        assertThat(read(LEBONG, FIGURES + "?key=test.walled").size()).isEqualTo(1);
        assertThat(read(BANGKALAN, FIGURES + "?key=test.walled").size()).isZero();
        status(PLATFORM.as("opd-officer", LEBONG), 403);
        status(PLATFORM.as("tenant-admin", LEBONG, BANGKALAN), 403);
        status(PLATFORM.at(LEBONG), 401);
    }

    private static Measured counted(String key, int version, Supplier<Flux<Measured.Measurement>> found) {
        return new Measured() {
            @Override
            public String key() {
                return key;
            }

            @Override
            public Unit unit() {
                return Unit.CASES;
            }

            @Override
            public int version() {
                return version;
            }

            @Override
            public boolean ofPeople() {
                return false;
            }

            @Override
            public String source() {
                return "uji";
            }

            @Override
            public Flux<Measurement> measure(LocalDate day) {
                return found.get();
            }
        };
    }

    private static UUID office(String tenant) {
        var register = PLATFORM.bare()
                .get()
                .uri("/api/v1/tenants/%s/offices".formatted(tenant))
                .exchange()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
        return UUID.fromString(register.at("/items/0/id").asString());
    }

    private static Flux<Void> snapshot(Tenant tenant, Measured measured, LocalDate day) {
        return PLATFORM.bean(Figures.class)
                .snapshot(tenant, measured, day)
                .contextWrite(context -> CurrentTenant.put(context, tenant.tenantId()))
                .flux();
    }

    private static void take(Tenant tenant) {
        PLATFORM.bean(Snapshots.class).take(tenant).block(Duration.ofSeconds(60));
    }

    private static Tenant tenant(String slug) {
        return PLATFORM.bean(Tenants.class).get(slug).block();
    }

    private static void asApplication(String sql) throws SQLException {
        var database = PLATFORM.database();
        try (var connection = DriverManager.getConnection(
                        database.jdbcUrl(), database.runtimeUsername(), database.runtimePassword());
                var statement = connection.createStatement()) {
            statement.execute("select set_config('app.tenant_id', '%s', false)"
                    .formatted(tenant(LEBONG).id()));
            statement.execute(sql);
        }
    }

    private static void status(WebTestClient client, int status) {
        client.get().uri(FIGURES).exchange().expectStatus().isEqualTo(status);
    }

    private static JsonNode read(String tenant, String uri) {
        return page(tenant, uri).at("/items");
    }

    private static JsonNode page(String tenant, String uri) {
        return PLATFORM.as("tenant-admin", tenant)
                .get()
                .uri(uri)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
    }
}
