package id.satuatap.core.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import id.satuatap.core.setup.TestPlatform;
import id.satuatap.testkit.TestDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpStatusCode;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Listeners beside each other, one or two cores on one database. */
class OutboxIT {

    private static final TestPlatform PLATFORM = TestPlatform.get();
    private static final int MORE_THAN_A_BATCH = 60;

    private static final ScriptedListener WORKING = of("working", "test.alone", event -> Mono.empty());
    private static final ScriptedListener HANGING = of("hanging", "test.alone", event -> Mono.never());
    private static final ScriptedListener THROWING = of("throwing", "test.alone", event -> {
        throw new IllegalStateException("no room for wati@contoh.example here");
    });
    private static final ScriptedListener SHARED = of(
            "shared", "test.together", event -> Mono.delay(Duration.ofMillis(2)).then());

    private static TestDatabase database;
    private static ConfigurableApplicationContext core;

    @BeforeAll
    static void start() throws Exception {
        database = TestDatabase.fresh("outbox");
        TestPlatform.prepare(database);
        core = core(WORKING, HANGING, THROWING, SHARED);
    }

    @AfterAll
    static void stop() {
        core.close();
        database.drop();
    }

    @Test
    void one_that_hangs_or_throws_holds_up_nobody_and_what_is_parked_is_told_again_by_hand() {
        var expected = IntStream.range(0, MORE_THAN_A_BATCH)
                .mapToObj(number -> Spoken.of("test.alone").in("lebong", core))
                .toList();
        var elsewhere = Spoken.of("test.alone").in("bangkalan", core);

        await("the one that works").until(() -> WORKING.told.contains(elsewhere) && WORKING.told.containsAll(expected));
        await("the trail").until(() -> waiting("audit") == 0);
        await("one that hangs in each tenant by itself")
                .until(() -> HANGING.told.containsAll(List.of(expected.getFirst(), elsewhere)));
        assertThat(number("select count(*) from outbox.delivery where listener = 'hanging' and heard_at is not null"))
                .isZero();

        awaitWithWakes("parked", "lebong", () -> parked("lebong").size() == MORE_THAN_A_BATCH);
        assertThat(THROWING.told.stream().filter(expected.getFirst()::equals)).hasSize(3);
        assertThat(metric("satuatap.outbox.failures", "throwing")).isGreaterThanOrEqualTo(3 * MORE_THAN_A_BATCH);
        await("told to the operator")
                .until(() -> as("x", "lebong")
                                .get()
                                .uri("/actuator/health/listeners")
                                .exchange()
                                .expectBody(JsonNode.class)
                                .returnResult()
                                .getResponseBody()
                                .at("/components/outbox/details/parked/throwing")
                                .asInt()
                        >= MORE_THAN_A_BATCH);

        var first = parked("lebong").getFirst();
        assertThat(first.get("reason").asString()).contains("no room for …@… here");
        assertThat(first.get("attempts").asInt()).isEqualTo(3);
        assertThat(retry(first, "opd-officer", "lebong")).isEqualTo(HttpStatusCode.valueOf(403));
        assertThat(retry(first, "tenant-admin", "bangkalan")).isEqualTo(HttpStatusCode.valueOf(404));

        THROWING.script = event -> Mono.empty();
        assertThat(retry(first, "tenant-admin", "lebong")).isEqualTo(HttpStatusCode.valueOf(202));
        await("heard")
                .until(() -> parked("lebong").size() == MORE_THAN_A_BATCH - 1
                        && number("""
                        select count(*) from outbox.delivery where listener = 'throwing' and heard_at is not null
                           and event_id = '%s'""".formatted(first.get("event").asString())) == 1);
        assertThat(retry(first, "tenant-admin", "lebong")).isEqualTo(HttpStatusCode.valueOf(404));
        await("audited").until(() -> number("""
                        select count(*) from audit.entry e join access.person p on p.tenant_id = e.tenant_id and p.id = e.actor
                         where action = 'outbox.retried' and p.subject = 'tenant-admin.lebong' and e.subject = '%s'""".formatted(first.get("event").asString())) == 1);
    }

    @Test
    void two_cores_tell_each_event_once_and_what_one_leaves_behind_the_other_tells() throws Exception {
        var young = new ScriptedListener("young", "test.together", false, event -> Mono.empty());
        var curious = new ScriptedListener("curious", "test.together", true, event -> Mono.empty());
        var before = spoken(5);
        await("heard").until(() -> waiting("shared") == 0);

        List<UUID> together;
        List<UUID> last;
        try (var second = core(SHARED, young, curious)) {
            await("history").until(() -> curious.told.containsAll(before));
            together = spoken(60);
            Stream.of("lebong", "bangkalan")
                    .forEach(tenant -> IntStream.range(0, 40)
                            .forEach(number ->
                                    together.add(Spoken.of("test.together").in(tenant, second))));
            await("all of it").until(() -> waiting("shared") == 0);
            assertThat(SHARED.told).doesNotHaveDuplicates().containsAll(together);

            last = spoken(60);
        }

        letTimePass();
        await("what was in hand").until(() -> waiting("shared") == 0);
        assertThat(SHARED.told).containsAll(last);
        assertThat(young.told).as("the past is not owed").doesNotContainAnyElementsOf(before);
        await("the trail").until(() -> waiting("audit") == 0);
        assertThat(number("""
                select count(*) from (
                  select position, previous_hash, lag(hash, 1, '') over chain as before, row_number() over chain as number
                    from audit.entry window chain as (partition by tenant_id order by position)) link
                 where position <> number or previous_hash <> before
                """)).as("breaks of the chain").isZero();
        assertThat(
                        number(
                                "select count(*) from outbox.event e where not exists (select from audit.entry a where a.event_id = e.id)"))
                .isZero();
    }

    @Test
    void nothing_is_owed_for_an_event_that_nobody_waits_for() {
        var subject = Spoken.of("test.unheard").in("jatim", core);

        assertThat(number("""
                select count(*) from outbox.delivery join outbox.event on id = event_id
                 where subject = '%s' and listener <> 'audit'""".formatted(subject))).isZero();
    }

    private static List<UUID> spoken(int many) {
        return new ArrayList<>(IntStream.range(0, many)
                .mapToObj(number -> Spoken.of("test.together").in("bengkulu", core))
                .toList());
    }

    private static ScriptedListener of(String name, String type, Function<KeptEvent, Mono<Void>> script) {
        return new ScriptedListener(name, type, false, script);
    }

    private static ConfigurableApplicationContext core(ScriptedListener... listeners) throws Exception {
        return TestPlatform.application(
                database,
                PLATFORM.identityUrl(),
                Map.of("management.endpoints.web.exposure.include", "health"),
                context -> Stream.of(listeners)
                        .forEach(listener ->
                                context.registerBean(listener.name(), OutboxListener.class, () -> listener)));
    }

    private static ConditionFactory await(String what) {
        return Awaitility.await(what).atMost(Duration.ofSeconds(30));
    }

    /** What is put off is looked at when its tenant's next event is told: so there is one, now and then. */
    private static void awaitWithWakes(String what, String tenant, Callable<Boolean> state) {
        await(what).pollInterval(Duration.ofMillis(500)).until(() -> {
            Spoken.of("test.wake").in(tenant, core);
            return state.call();
        });
    }

    private static List<JsonNode> parked(String tenant) {
        return as("tenant-admin", tenant)
                .get()
                .uri("/api/v1/outbox/parked?limit=200")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody()
                .get("items")
                .valueStream()
                .filter(parked -> parked.get("listener").asString().equals("throwing"))
                .toList();
    }

    private static HttpStatusCode retry(JsonNode parked, String role, String tenant) {
        return as(role, tenant)
                .post()
                .uri(
                        "/api/v1/outbox/parked/{event}/{listener}/retry",
                        parked.get("event").asString(),
                        "throwing")
                .exchange()
                .returnResult(Void.class)
                .getStatus();
    }

    private static WebTestClient as(String role, String tenant) {
        return WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + core.getEnvironment().getProperty("local.server.port"))
                .responseTimeout(Duration.ofSeconds(30))
                .defaultHeader("X-Satu-Tenant", tenant)
                .defaultHeader("Authorization", "Bearer " + PLATFORM.token(role + "." + tenant))
                .build();
    }

    /** As if the minute had passed for which a core that ended holds what it was about to tell. */
    private static void letTimePass() throws SQLException {
        try (var superuser = DriverManager.getConnection(
                        database.jdbcUrl(), database.superuserUsername(), database.superuserPassword());
                var statement = superuser.createStatement()) {
            statement.execute("""
                    with held as (
                      update outbox.delivery set next_attempt_at = now() where heard_at is null and parked_at is null
                      returning tenant_id, event_id)
                    select pg_notify('satuatap_event', tenant_id || '/' || event_id) from held
                    """);
        }
    }

    private static double metric(String name, String listener) {
        return core.getBean(MeterRegistry.class)
                .counter(name, "listener", listener)
                .count();
    }

    private static long waiting(String listener) {
        return number(
                "select count(*) from outbox.delivery where heard_at is null and listener = '%s'".formatted(listener));
    }

    private static long number(String sql) {
        try (var superuser = DriverManager.getConnection(
                        database.jdbcUrl(), database.superuserUsername(), database.superuserPassword());
                var statement = superuser.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
