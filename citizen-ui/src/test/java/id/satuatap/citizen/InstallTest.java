package id.satuatap.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.json.JsonMapper;

/** What a phone asks for before it offers to install the portal. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"satuatap.citizen.remember.tenants=0s", "satuatap.citizen.remember.blocks=0s"})
class InstallTest {

    private static final CoreStandIn CORE = CoreStandIn.start(0);

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void core(DynamicPropertyRegistry registry) {
        registry.add("satuatap.core-url", CORE::url);
    }

    @AfterAll
    static void stop() {
        CORE.close();
    }

    @Test
    void each_tenant_has_a_manifest_in_its_own_name_and_colour() {
        var manifest = of("rejanglebong").get("/manifest.webmanifest");
        var json = JsonMapper.shared().readTree(manifest.bytes());

        assertThat(manifest.header("Content-Type")).startsWith("application/manifest+json");
        assertThat(json.get("name").asString()).isEqualTo("Kabupaten Rejang Lebong");
        assertThat(json.get("short_name").asString()).hasSizeLessThanOrEqualTo(12);
        assertThat(json.get("theme_color").asString()).isEqualTo("#1f5f3a");
        assertThat(json.get("start_url").asString()).isEqualTo("/");
    }

    @Test
    void its_icons_are_pictures_of_the_size_they_claim() throws IOException {
        var manifest = JsonMapper.shared()
                .readTree(of("rembang").get("/manifest.webmanifest").bytes());

        for (var icon : manifest.get("icons")) {
            var picture = of("rembang").get(icon.get("src").asString());
            var image = ImageIO.read(new ByteArrayInputStream(picture.bytes()));

            assertThat(image.getWidth() + "x" + image.getHeight())
                    .isEqualTo(icon.get("sizes").asString());
            assertThat(picture.bytes()).hasSizeLessThan(20_000);
        }
    }

    @Test
    void the_english_manifest_starts_in_english() {
        assertThat(of("rembang").get("/en/manifest.webmanifest").text()).contains("\"start_url\":\"/en/\"");
    }

    @Test
    void the_service_worker_keeps_a_shell_that_exists_and_leaves_officials_alone() {
        var worker = of("rembang").get("/sw.js");
        var shell = Pattern.compile("SHELL = \\[(.*)]").matcher(worker.text());

        assertThat(worker.header("Content-Type")).startsWith("text/javascript");
        assertThat(worker.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(worker.text()).contains("(admin|api|saya|(en\\/)?masuk|keluar|login|logout|oauth2");
        assertThat(shell.find()).isTrue();
        for (var path : shell.group(1).split(", ", -1)) {
            assertThat(of("rembang").get(path.replace("'", "")).status())
                    .as(path)
                    .isEqualTo(200);
        }
    }

    @Test
    void the_service_worker_keeps_no_search_and_the_offline_page_reads_what_it_keeps() {
        var worker = of("rembang").get("/sw.js").text();
        var pages = Pattern.compile("PAGES = ('[^']+')").matcher(worker);

        assertThat(worker).contains("if (!url.search && answer.ok");
        assertThat(pages.find()).isTrue();
        assertThat(of("rembang").get("/pasang.js").text()).contains(".open(" + pages.group(1) + ")");
    }

    @Test
    void the_offline_page_helps_in_both_languages() {
        assertThat(of("rembang").get("/luring").words())
                .contains("Yang tetap bisa")
                .contains("Coba lagi")
                .contains("Alamat dan nomor telepon kantor Kabupaten Rembang belum dimuat di sini");
        assertThat(of("rembang").get("/en/luring").words()).contains("What still works");
    }

    private Site of(String tenant) {
        return new Site(port, tenant);
    }
}
