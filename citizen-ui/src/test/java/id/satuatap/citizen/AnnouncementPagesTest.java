package id.satuatap.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What a reader finds of announcements, with platform-core there and away. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"satuatap.citizen.remember.tenants=0s", "satuatap.citizen.remember.blocks=0s"})
class AnnouncementPagesTest {

    private static final CoreStandIn CORE = CoreStandIn.start(0);
    private static final String FIRST = "/pengumuman/019b7f00-0000-7003-8000-000000000001";
    private static final String LINKED = "/pengumuman/019b7f00-0000-7002-8000-000000000002";
    private static final String PAST = "/pengumuman/019b7f00-0000-7000-8000-000000000004";

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
    void home_shows_three_at_most_and_the_way_to_all() {
        var home = of("rembang").get("/");

        assertThat(home.words())
                .contains("Pengumuman Data simulasi")
                .contains(
                        "Contoh: loket pindah sementara Penting · Dinas Kependudukan dan Pencatatan Sipil · berlaku sampai 9 Desember 2026")
                .contains("Contoh: vaksin rabies gratis")
                .contains("Semua pengumuman (4)")
                .doesNotContain("pelatihan kerja");
        assertThat(home.text()).contains("href=\"" + FIRST + "\"").contains("imunisasi &lt;anak&gt;");
    }

    @Test
    void home_without_announcements_says_nothing_of_them_and_the_list_says_so() {
        assertThat(of("bangkalan").get("/").words()).doesNotContain("Pengumuman");
        assertThat(of("bangkalan").get("/pengumuman").words())
                .contains("Hari ini tidak ada pengumuman Kabupaten Bangkalan.");
    }

    @Test
    void each_has_an_address_of_its_own_with_all_its_paragraphs() {
        var page = of("rembang").get(FIRST);

        assertThat(page.text()).contains("<title>Contoh: loket pindah sementara – Kabupaten Rembang</title>");
        assertThat(page.words()).contains("Loket KTP melayani di aula.").contains("Jam layanan tetap.");
        assertThat(of("rembang").get(LINKED).text())
                .contains("href=\"https://contoh.example/imunisasi\"")
                .contains("Baca selengkapnya di contoh.example");
    }

    @Test
    void the_frame_is_english_under_en_and_the_text_stays_indonesian() {
        var page = of("rembang").get("/en" + FIRST);

        assertThat(page.words()).contains("Urgent · ").contains("until 9 December 2026");
        assertThat(page.text()).contains("<h1 lang=\"id\">").contains("href=\"/en/pengumuman\"");
    }

    @Test
    void what_is_over_says_so() {
        assertThat(of("rembang").get(PAST).words()).contains("Pengumuman ini berakhir 25 Desember 2026.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/pengumuman", FIRST, "/en/pengumuman", "/en" + LINKED})
    void pages_have_one_heading_and_no_inline_style_or_script(String path) {
        var page = of("rembang").get(path);

        assertThat(page.text()).containsOnlyOnce("<h1");
        assertThat(page.text()).doesNotContainPattern("<style|\\sstyle=|\\son[a-z]+=|<script(?![^>]*\\ssrc=)");
        assertThat(page.header("Cache-Control")).isEqualTo("public, max-age=60");
    }

    @Test
    void an_unknown_one_is_not_found_and_core_away_is_said() {
        assertThat(of("rembang")
                        .get("/pengumuman/019b7f00-0000-7003-8000-0000000000ff")
                        .status())
                .isEqualTo(404);
        assertThat(of("bangkalan").get(FIRST).status()).isEqualTo(404);
        CORE.goesAway("/announcements");

        assertThat(of("rembang").get(FIRST).status()).isEqualTo(503);
        assertThat(of("rembang").get("/pengumuman").words()).contains("Bagian ini sedang tidak dapat dimuat");
        assertThat(of("rembang").get("/").words())
                .contains("Bagian ini sedang tidak dapat dimuat")
                .contains("3,99");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/pengumuman/air-mati", "/pengumuman/1", FIRST + "0"})
    void what_is_no_id_is_an_address_that_leads_nowhere(String path) {
        var page = of("rembang").get(path);

        assertThat(page.status()).isEqualTo(404);
        assertThat(page.words()).contains("Halaman tidak ditemukan").contains("Kabupaten Rembang");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void what_is_no_id_is_told_in_english_under_en() {
        var page = of("rembang").get("/en/pengumuman/air-mati");

        assertThat(page.status()).isEqualTo(404);
        assertThat(page.text()).contains("<html lang=\"en\"").contains("Page not found");
    }

    private Site of(String tenant) {
        return new Site(port, tenant);
    }
}
