package id.satuatap.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import id.satuatap.citizen.page.DeviceAccess;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a reader finds on each page, with platform-core there and with parts of it away. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"satuatap.citizen.remember.tenants=0s", "satuatap.citizen.remember.blocks=0s"})
class PagesTest {

    private static final CoreStandIn CORE = CoreStandIn.start(0);

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void core(DynamicPropertyRegistry registry) {
        registry.add("satuatap.core-url", CORE::url);
    }

    @AfterEach
    void core_comes_back() {
        CORE.comesBack();
    }

    @AfterAll
    static void stop() {
        CORE.close();
    }

    @Test
    void home_says_whose_official_site_it_is_and_how_to_tell() {
        var home = of("rembang").get("/").words();

        assertThat(home)
                .contains("Situs resmi Pemerintah Kabupaten Rembang")
                .contains("Alamat yang sah untuk situs ini hanya: rembang.localhost")
                .doesNotContain("Peragaan");
    }

    @Test
    void home_shows_the_latest_figure_with_predicate_year_source_and_change() {
        var home = of("rembang").get("/").words();

        assertThat(home)
                .contains("3,99 Sangat Baik 2024")
                .contains("naik 0,35 dari 2023 (3,64)")
                .contains("Sumber: Laporan Pelaksanaan Evaluasi SPBE 2024, Kementerian PANRB, 13 March 2025");
    }

    @Test
    void home_in_english_is_english_and_writes_figures_so() {
        var home = of("rembang").get("/en/");

        assertThat(home.text()).contains("<html lang=\"en\">").contains("hreflang=\"id\"");
        assertThat(home.words())
                .contains("Official site of the Government of Kabupaten Rembang")
                .contains("3.99 Sangat Baik 2024")
                .contains("not loaded yet")
                .doesNotContain("belum dimuat");
    }

    @Test
    void years_without_a_figure_say_that_nothing_is_loaded() {
        assertThat(of("rembang").get("/spbe").words())
                .contains("2020 belum dimuat")
                .contains("2018 belum dimuat");
    }

    @Test
    void a_change_of_the_instrument_is_a_visible_break() {
        var page = of("bojonegoro").get("/spbe");

        assertThat(page.words())
                .contains("Peraturan Menteri PANRB Nomor 59 Tahun 2020")
                .contains("Peraturan Menteri PANRB Nomor 5 Tahun 2018")
                .contains("2018 2,62 predikat tidak disebut sumber");
        assertThat(page.text()).containsOnlyOnce("sa-plot-break");
        assertThat(page.text().split("class=\"sa-plot-line\"", -1)).hasSize(2);
    }

    @Test
    void the_history_can_be_had_as_csv() {
        var csv = of("rembang").get("/spbe.csv");

        assertThat(csv.header("Content-Type")).startsWith("text/csv");
        assertThat(csv.header("Content-Disposition")).contains("spbe-rembang.csv");
        assertThat(csv.text()).contains("33.17,2024,3.99");
    }

    @Test
    void bangkalan_shows_both_counts_of_its_offices() {
        var page = of("bangkalan").get("/kantor").words();

        assertThat(page).contains("61 2018 BANGSAONLINE.com, Juli 2018").contains("49 sekarang, daftar di bawah ini");
        assertThat(of("bangkalan").get("/").words()).contains("Pada 2018 tercatat 61 perangkat daerah");
    }

    @Test
    void offices_can_be_searched_by_a_plain_form() {
        var found = of("bangkalan").get("/kantor?q=KESEHATAN").words();

        assertThat(found)
                .contains("2 ditemukan untuk “KESEHATAN”")
                .contains("Dinas Kesehatan")
                .doesNotContain("Dinas Sosial");
    }

    @Test
    void what_was_searched_for_is_never_markup() {
        var page =
                of("rembang").get("/kantor?q=%3Cscript%3Ealert(1)%3C/script%3E").text();

        assertThat(page).contains("&lt;script&gt;").doesNotContain("<script>alert");
    }

    @Test
    void an_office_that_was_not_verified_says_so() {
        assertThat(of("rembang").get("/kantor").words()).contains("belum diverifikasi");
    }

    @Test
    void a_tenant_without_data_says_that_it_is_not_loaded() {
        assertThat(of("rejanglebong").get("/kantor").words())
                .contains("Daftar perangkat daerah Kabupaten Rejang Lebong belum dimuat");
    }

    @Test
    void a_simulated_tenant_says_so_on_every_page_and_hides_from_search_engines() {
        for (var path : new String[] {"/", "/spbe", "/kantor", "/en/", "/luring", "/nothing-here"}) {
            assertThat(of("bojonegoro").get(path).words())
                    .contains(path.startsWith("/en") ? "Not the official site" : "Bukan situs resmi");
        }
        assertThat(of("bojonegoro").get("/robots.txt").text()).isEqualTo("User-agent: *\nDisallow: /\n");
        assertThat(of("rembang").get("/robots.txt").text()).contains("Disallow: /admin/");
    }

    @Test
    void a_province_leads_to_its_regencies() {
        assertThat(of("bengkulu").get("/").text()).contains("href=\"http://kepahiang.localhost:8080/\"");
    }

    @Test
    void the_bare_host_lists_tenants_by_province() {
        var page = of("").get("/");

        assertThat(page.words()).contains("9 pemerintah daerah ada di sini");
        assertThat(page.text())
                .containsSubsequence(
                        "Provinsi Bengkulu", "Kabupaten Kepahiang", "Provinsi Jawa Tengah", "Kabupaten Rembang")
                .contains("href=\"http://rembang.localhost:8080/\"");
    }

    @Test
    void the_bare_host_can_be_searched() {
        assertThat(of("").get("/?q=lebong").words())
                .contains("2 ditemukan untuk “lebong”")
                .contains("Kabupaten Rejang Lebong")
                .doesNotContain("Kabupaten Rembang");
        assertThat(of("").get("/en/?q=atlantis").words()).contains("No region of that name is here");
    }

    @Test
    void a_suspended_tenant_says_so_and_shows_nothing_else() {
        for (var path : new String[] {"/", "/spbe", "/kantor"}) {
            var page = of("lebong").get(path);

            assertThat(page.status()).isEqualTo(403);
            assertThat(page.words()).contains("Situs ini dihentikan sementara").doesNotContain("Indeks SPBE");
        }
        assertThat(of("lebong").get("/en/").words()).contains("This site is suspended for now");
        assertThat(of("lebong").get("/tema.css").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"/tidak-ada, Halaman tidak ditemukan", "/en/nothing, Page not found"})
    void an_unknown_address_is_a_friendly_404(String path, String words) {
        var page = of("rembang").get(path);

        assertThat(page.status()).isEqualTo(404);
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.words()).contains(words).contains("Kabupaten Rembang");
    }

    @Test
    void an_unknown_tenant_is_a_friendly_404() {
        var page = of("atlantis").get("/");

        assertThat(page.status()).isEqualTo(404);
        assertThat(page.words()).contains("Halaman tidak ditemukan");
    }

    @Test
    void nothing_can_be_sent_here() {
        assertThat(of("rembang").post("/kantor").status()).isEqualTo(405);
        assertThat(of("rembang")
                        .post("/kantor", "Content-Type", "multipart/form-data; boundary=y")
                        .status())
                .isEqualTo(405);
    }

    @Test
    void without_figures_the_page_says_so_and_still_shows_the_offices() {
        CORE.goesAway("/results");

        var page = of("rembang").get("/");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.words())
                .contains("Bagian ini sedang tidak dapat dimuat")
                .contains("41 perangkat daerah")
                .doesNotContain("3,99");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void without_figures_there_is_no_file_of_them_but_a_time_to_come_back() {
        CORE.goesAway("/results");

        var answer = of("rembang").get("/spbe.csv");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("30");
    }

    @Test
    void without_offices_the_page_says_so_and_still_shows_the_figures() {
        CORE.goesAway("/offices");

        var page = of("rembang").get("/en/");

        assertThat(page.words()).contains("This part cannot be shown now").contains("3.99 Sangat Baik 2024");
    }

    @Test
    void when_core_is_away_altogether_a_known_tenant_is_still_itself() {
        of("rembang").get("/");
        CORE.goesAway("/");

        var page = of("rembang").get("/");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.words()).contains("Kabupaten Rembang").contains("Bagian ini sedang tidak dapat dimuat");
    }

    @Test
    void core_hears_the_tenant_and_the_id_of_the_request() {
        CORE.received().clear();

        of("kepahiang").get("/spbe", "X-Request-Id", "request-1");

        assertThat(CORE.received())
                .allSatisfy(headers -> assertThat(headers).containsEntry("X-request-id", "request-1"));
        assertThat(CORE.received().getFirst()).as("the list of tenants").doesNotContainKey("X-satu-tenant");
        assertThat(CORE.received().getLast()).containsEntry("X-satu-tenant", "kepahiang");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/spbe", "/kantor", "/luring", "/en/", "/tidak-ada"})
    void pages_need_no_cookie_and_no_inline_style_or_script(String path) {
        var page = of("bangkalan").get(path);

        assertThat(page.header("Set-Cookie")).isEmpty();
        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'")
                .doesNotContain("unsafe");
        assertThat(page.header("Permissions-Policy")).isEqualTo("camera=(), geolocation=(), microphone=()");
        assertThat(page.text()).doesNotContainPattern("<style|\\sstyle=|\\son[a-z]+=|<script(?![^>]*\\ssrc=)");
        assertThat(page.text()).doesNotContainPattern("(src|href)=\"(https?:)?//(?!(\\w+\\.)?localhost)");
    }

    @Test
    void a_page_that_asks_opens_one_device_for_itself() {
        assertThat(of("rembang").get("/peta-uji").header("Permissions-Policy"))
                .isEqualTo("camera=(), geolocation=(self), microphone=()");
    }

    /** A page that wants to know where its reader is. */
    @TestConfiguration
    @RestController
    static class MapPage {

        @GetMapping("/peta-uji")
        @DeviceAccess("geolocation")
        String map() {
            return "peta";
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/spbe", "/kantor", "/luring", "/en/", "/tidak-ada"})
    void pages_have_one_heading_a_skip_link_and_landmarks(String path) {
        var page = of("rembang").get(path).text();

        assertThat(page)
                .containsOnlyOnce("<h1")
                .contains("class=\"sa-skip\" href=\"#isi\"")
                .contains("id=\"isi\"");
        assertThat(page).contains("<main").contains("<header").contains("<nav").contains("<footer");
    }

    @Test
    void a_page_may_be_kept_for_a_minute_and_is_not_sent_twice() {
        var page = of("rembang").get("/");

        assertThat(page.header("Cache-Control")).isEqualTo("public, max-age=60");
        assertThat(page.header("Vary")).containsIgnoringCase("accept-encoding");
        assertThat(of("rembang").get("/", "If-None-Match", page.header("ETag")).status())
                .isEqualTo(304);
    }

    /** UX 12: at most 200 kB on first view; counted as if nothing were compressed. */
    @ParameterizedTest
    @CsvSource({"'', /", "rembang, /", "bojonegoro, /", "bangkalan, /kantor", "bojonegoro, /kantor"})
    void a_first_view_is_light(String tenant, String path) {
        var page = of(tenant).get(path);
        var weight = page.bytes().length;
        var requests = 1;
        var parts = Pattern.compile(
                        "<(?:link rel=\"(?:stylesheet|icon|manifest)\"|script)[^>]*(?:href|src)=\"([^\"]+)\"")
                .matcher(page.text());
        while (parts.find()) {
            var part = of(tenant).get(parts.group(1));
            assertThat(part.status()).as(parts.group(1)).isEqualTo(200);
            weight += part.bytes().length;
            requests++;
        }

        assertThat(requests).isBetween(6, 8);
        assertThat(weight).as("bytes of " + tenant + path).isLessThan(200_000 / 2);
    }

    @Test
    void the_theme_is_a_stylesheet_of_the_tenant() {
        var theme = of("bangkalan").get("/tema.css");

        assertThat(theme.header("Content-Type")).startsWith("text/css");
        assertThat(theme.text()).contains("--sa-accent:#f2c230").contains("--sa-on-accent:#000000");
    }

    @Test
    void health_names_core_when_it_is_away_but_stays_ready() {
        CORE.goesAway("/");

        assertThat(of("").get("/actuator/health").text()).contains("\"core\":{").contains("\"status\":\"DOWN\"");
        assertThat(of("").get("/actuator/health/readiness").status()).isEqualTo(200);
    }

    @Test
    void metrics_name_the_tenant_but_no_name_that_someone_made_up() {
        of("rembang").get("/");
        of("made-up").get("/");

        assertThat(of("").get("/actuator/prometheus").text())
                .contains("tenant=\"rembang\"")
                .doesNotContain("made-up");
    }

    private Site of(String tenant) {
        return new Site(port, tenant);
    }
}
