package id.satuatap.core.sealing;

import static id.satuatap.core.setup.TestPlatform.BANGKALAN;
import static id.satuatap.core.setup.TestPlatform.LEBONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import id.satuatap.core.database.CurrentTenant;
import id.satuatap.core.database.TenantId;
import id.satuatap.core.setup.TestPlatform;
import id.satuatap.core.tenancy.Tenants;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

class SealingIT {

    private static final TestPlatform PLATFORM = TestPlatform.get();
    private static final String NIP = "access.official.nip";

    private final Seals seals = PLATFORM.bean(Seals.class);
    private final TenantKeys keys = PLATFORM.bean(TenantKeys.class);
    private final Resealing resealing = PLATFORM.bean(Resealing.class);

    @Test
    void an_nip_is_in_no_table_in_clear_and_the_same_official_is_found_by_it() throws Exception {
        appoint(LEBONG, "198501012010011001", "Ani Contoh", 201);
        appoint(LEBONG, "198501012010011001", "Ani Contoh, S.H.", 201);
        appoint(BANGKALAN, "198501012010011001", "Ani Contoh", 201);

        assertThat(tablesThatMention("198501012010011001")).isEmpty();
        assertThat(texts("select name from access.official where name like 'Ani Contoh%' order by name"))
                .containsExactly("Ani Contoh", "Ani Contoh, S.H.");
        assertThat(
                        texts(
                                "select distinct encode(nip_found_by, 'hex') from access.official where name like 'Ani Contoh%'"))
                .hasSize(2);
    }

    @Test
    void who_is_nobody_here_is_no_official() {
        var person = texts("select p.id from access.person p where p.subject = 'coordinator.bangkalan'")
                .getFirst();
        var request = Map.of("name", "Siapa", "validFrom", "2026-01-02", "person", person);

        call(admin(LEBONG), HttpMethod.POST, "/api/v1/posts/%s/appointments".formatted(post(LEBONG)), request, 404);
    }

    @Test
    void what_was_clear_before_moves_over_and_is_found_even_earlier() throws SQLException {
        change("""
                insert into access.official (tenant_id, id, name, nip)
                select t.id, gen_random_uuid(), 'Lama ' || n, '19700101199503' || (1000 + n)
                  from tenancy.tenant t, generate_series(1, 450) n where t.slug = 'kepahiang'
                """);
        var tenant = tenant("kepahiang");
        appoint("rejanglebong", "197001011995031001", "Lain", 201);

        within(tenant, resealing.here());

        assertThat(tablesThatMention("197001011995031")).isEmpty();
        assertThat(opened(tenant, "Lama 7")).isEqualTo("197001011995031007");
        assertThat(texts("select count(distinct nip_found_by) from access.official where name like 'Lama %'"))
                .containsExactly("450");
    }

    @Test
    void an_nip_that_is_still_clear_is_the_same_official() throws SQLException {
        change("""
                insert into access.official (tenant_id, id, name, nip)
                select id, gen_random_uuid(), 'Belum Dipindah', '197112311996021001' from tenancy.tenant where slug = 'lebong'
                """);

        appoint(LEBONG, "197112311996021001", "Sudah Dipindah", 201);

        assertThat(texts("select name from access.official where name like '% Dipindah'"))
                .containsExactly("Sudah Dipindah");
        assertThat(tablesThatMention("197112311996021001")).isEmpty();
    }

    @Test
    void a_renewal_that_dies_in_the_middle_goes_on_and_catches_what_was_written_meanwhile() throws SQLException {
        var tenant = tenant("rembang");
        change("""
                insert into access.official (tenant_id, id, name, nip)
                select t.id, gen_random_uuid(), 'Putar ' || n, '19800101200501' || (1000 + n)
                  from tenancy.tenant t, generate_series(1, 450) n where t.slug = 'rembang'
                """);
        within(tenant, resealing.here());
        var before = within(tenant, seals.seal(NIP, "197504042000121004"));
        var renewed = within(tenant, keys.renew());
        change(
                """
                create function access.die() returns trigger language plpgsql as
                  $$ begin if (select count(*) from access.official where nip_key = '%1$s') > 300 then raise 'dies'; end if; return new; end $$
                """.formatted(renewed),
                "create trigger dies before update on access.official for each row execute function access.die()");

        assertThatThrownBy(() -> within(tenant, resealing.here())).hasMessageContaining("dies");

        assertThat(values(tenant, renewed)).isEqualTo(SealedRows.BATCH);
        assertThat(opened(tenant, "Putar 1")).isEqualTo("198001012005011001");
        assertThat(opened(tenant, "Putar 450")).isEqualTo("198001012005011450");
        change("drop trigger dies on access.official", "drop function access.die()");
        within(tenant, resealing.here());
        assertThat(values(tenant, renewed)).isEqualTo(450);
        writeUnderOlderKey(before);
        within(tenant, resealing.here());
        assertThat(values(tenant, renewed)).isEqualTo(451);
        assertThat(opened(tenant, "Terlambat")).isEqualTo("197504042000121004");
        assertThat(
                        texts(
                                "select count(*) from sealing.tenant_key k join tenancy.tenant t on t.id = k.tenant_id where slug = 'rembang' and retired_at is not null"))
                .containsExactly("0"); // somebody may yet seal with it
        change("update sealing.tenant_key set created_at = created_at - interval '1 hour' where tenant_id = '%s'"
                .formatted(tenant.value()));
        within(tenant, resealing.here());
        assertThat(texts("select id from sealing.tenant_key where retired_at is not null and tenant_id = '%s'"
                        .formatted(tenant.value())))
                .containsExactly(before.key().toString());
    }

    @Test
    void the_first_fifty_at_once_share_one_pair_of_keys() throws Exception {
        var tenant = tenant("bojonegoro");
        change("delete from sealing.tenant_key where tenant_id = '%s'".formatted(tenant.value()));
        within(tenant, seals.forgetHere().thenReturn(true));

        var sealed = fiftyAtOnce(number -> () -> within(tenant, seals.seal(NIP, "nip " + number)));

        assertThat(texts("select purpose from sealing.tenant_key where tenant_id = '%s' order by 1"
                        .formatted(tenant.value())))
                .containsExactly("FIND", "SEAL");
        for (int number = 0; number < 50; number++) {
            assertThat(within(tenant, seals.open(NIP, sealed.get(number)))).isEqualTo("nip " + number);
        }
    }

    @Test
    void fifty_who_are_appointed_at_once_while_keys_are_renewed_are_one_official() throws Exception {
        var post = post(BANGKALAN);
        var request = Map.of("name", "Serentak", "nip", "199909092024011009", "validFrom", "2026-01-02");
        var statuses = fiftyAtOnce(number -> () -> number % 10 == 0
                ? operator(HttpMethod.POST, "/api/v1/tenants/bangkalan/keys")
                : status(admin(BANGKALAN), "/api/v1/posts/%s/appointments".formatted(post), request));

        assertThat(statuses).allMatch(status -> status == 201 || status == 409);
        within(tenant(BANGKALAN), resealing.here());
        assertThat(texts("select count(*) from access.official where name = 'Serentak'"))
                .containsExactly("1");
        assertThat(opened(tenant(BANGKALAN), "Serentak")).isEqualTo("199909092024011009");
    }

    @Test
    void only_the_operator_renews_and_the_tenants_record_says_so() {
        appoint(LEBONG, "196001011985031002", "Dihitung", 201);

        call(PLATFORM.as("tenant-admin", LEBONG), HttpMethod.POST, "/api/v1/tenants/lebong/keys", null, 403);
        call(PLATFORM.as("tenant-admin", LEBONG), HttpMethod.GET, "/api/v1/tenants/lebong/keys", null, 403);
        call(PLATFORM.bare(), HttpMethod.GET, "/api/v1/tenants/lebong/keys", null, 401);
        call(PLATFORM.operator(), HttpMethod.POST, "/api/v1/tenants/nowhere/keys", null, 404);
        var renewed = call(PLATFORM.operator(), HttpMethod.POST, "/api/v1/tenants/lebong/keys", null, 201);
        call(PLATFORM.operator(), HttpMethod.POST, "/api/v1/tenants/lebong/keys/wrapping", null, 200);

        assertThat(renewed.at("/items").size()).isGreaterThanOrEqualTo(3);
        assertThat(renewed.toString()).contains("\"wrappedBy\":\"test\"").doesNotContain("\"wrapped\"");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> call(admin(LEBONG), HttpMethod.GET, "/api/v1/audit?limit=50", null, 200)
                        .toString()
                        .contains("sealing.key-renewed"));
    }

    @Test
    void the_platforms_key_changes_and_everything_opens_with_the_new_one_alone() {
        var tenant = tenant("jatim");
        var sealed = within(tenant, seals.seal(NIP, "196512121990031003"));
        var next = "next:" + TestPlatform.newKey();

        var count = within(tenant, rewrapped(next, TestPlatform.SEALING_KEY));

        assertThat(count).isEqualTo(2);
        assertThat(within(tenant, rewrapped(next, TestPlatform.SEALING_KEY))).isZero();
        var withNextAlone = new Seals(keys, PlatformKeys.of(new SealingProperties(next, List.of())));
        assertThat(within(tenant, withNextAlone.open(NIP, sealed))).isEqualTo("196512121990031003");
        var withOldAlone = new Seals(keys, PlatformKeys.of(new SealingProperties(TestPlatform.SEALING_KEY, List.of())));
        assertThatThrownBy(() -> within(tenant, withOldAlone.open(NIP, sealed))).hasMessageContaining("'next'");
        within(tenant, rewrapped(TestPlatform.SEALING_KEY, next));
    }

    private Mono<Long> rewrapped(String key, String older) {
        var other = new TenantKeys(
                PLATFORM.bean(TenantKeyRepository.class),
                PLATFORM.bean(SealedRowRepository.class),
                PlatformKeys.of(new SealingProperties(key, List.of(older))),
                List.of());
        return other.rewrap().as(PLATFORM.bean(TransactionalOperator.class)::transactional);
    }

    /** As an instance that has not heard of the new key yet. */
    private static void writeUnderOlderKey(Sealed sealed) throws SQLException {
        change("""
                insert into access.official (tenant_id, id, name, nip_sealed, nip_key, nip_found_by)
                select id, gen_random_uuid(), 'Terlambat', '\\x%s', '%s', sha256('terlambat') from tenancy.tenant where slug = 'rembang'
                """.formatted(HexFormat.of().formatHex(sealed.bytes()), sealed.key()));
    }

    private long values(TenantId tenant, UUID key) {
        return within(tenant, keys.states()).stream()
                .filter(state -> state.id().equals(key))
                .findFirst()
                .orElseThrow()
                .values()
                .getOrDefault(NIP, 0L);
    }

    private String opened(TenantId tenant, String name) {
        var row = texts("select encode(nip_sealed, 'hex') || ' ' || nip_key from access.official where name = '%s'"
                        .formatted(name))
                .getFirst()
                .split(" ");
        var sealed = new Sealed(HexFormat.of().parseHex(row[0]), UUID.fromString(row[1]));
        return within(tenant, seals.open(NIP, sealed));
    }

    private static TenantId tenant(String slug) {
        return PLATFORM.bean(Tenants.class).get(slug).block().tenantId();
    }

    private static <T> T within(TenantId tenant, Mono<T> work) {
        return work.contextWrite(context -> CurrentTenant.put(context, tenant)).block(Duration.ofSeconds(60));
    }

    private static <T> List<T> fiftyAtOnce(IntFunction<Callable<T>> work) throws Exception {
        try (var threads = Executors.newFixedThreadPool(50)) {
            var results = new ArrayList<T>();
            for (var result :
                    threads.invokeAll(IntStream.range(0, 50).mapToObj(work).toList())) {
                results.add(result.get());
            }
            return results;
        }
    }

    private static WebTestClient admin(String tenant) {
        return PLATFORM.as("tenant-admin", tenant);
    }

    private static String post(String tenant) {
        var office = call(PLATFORM.bare(), HttpMethod.GET, "/api/v1/tenants/%s/offices".formatted(tenant), null, 200)
                .at("/items/0/id")
                .asString();
        return call(
                        admin(tenant),
                        HttpMethod.POST,
                        "/api/v1/offices/%s/posts".formatted(office),
                        Map.of("name", "Jabatan " + UUID.randomUUID(), "head", false, "validFrom", "2026-01-02"),
                        201)
                .at("/id")
                .asString();
    }

    private static void appoint(String tenant, String nip, String name, int status) {
        call(
                admin(tenant),
                HttpMethod.POST,
                "/api/v1/posts/%s/appointments".formatted(post(tenant)),
                Map.of("name", name, "nip", nip, "validFrom", "2026-01-02"),
                status);
    }

    private static Integer operator(HttpMethod method, String uri) {
        return PLATFORM.operator()
                .method(method)
                .uri(uri)
                .exchange()
                .returnResult(Void.class)
                .getStatus()
                .value();
    }

    private static Integer status(WebTestClient client, String uri, Object body) {
        return client.post()
                .uri(uri)
                .bodyValue(body)
                .exchange()
                .returnResult(Void.class)
                .getStatus()
                .value();
    }

    private static JsonNode call(WebTestClient client, HttpMethod method, String uri, Object body, int status) {
        var request = client.method(method).uri(uri);
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

    /** As a copy of the database shows it: every row of every table as text. */
    private static List<String> tablesThatMention(String word) throws SQLException {
        var found = new ArrayList<String>();
        for (var table : texts("""
                select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
                 where c.relkind = 'r' and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
                """)) {
            if (!texts("select 1 from %s t where t::text like '%%%s%%' limit 1".formatted(table, word))
                    .isEmpty()) {
                found.add(table);
            }
        }
        return found;
    }

    private static List<String> texts(String sql) {
        var database = PLATFORM.database();
        try (var superuser = DriverManager.getConnection(
                        database.jdbcUrl(), database.superuserUsername(), database.superuserPassword());
                var rows = superuser.createStatement().executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException failed) {
            throw new IllegalStateException(sql, failed);
        }
    }

    private static void change(String... statements) throws SQLException {
        var database = PLATFORM.database();
        try (var superuser = DriverManager.getConnection(
                        database.jdbcUrl(), database.superuserUsername(), database.superuserPassword());
                var statement = superuser.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
