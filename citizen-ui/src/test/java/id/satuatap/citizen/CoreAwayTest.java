package id.satuatap.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Started while platform-core is away: nothing is known yet. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "satuatap.core-url=http://127.0.0.1:1")
class CoreAwayTest {

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @CsvSource({
        "rembang, /, Sedang tidak tersedia",
        "rembang, /en/, Not available now",
        "'', /, Sedang tidak tersedia",
        "'', /en/, Not available now"
    })
    void every_page_says_so_and_when_to_come_back(String tenant, String path, String words) {
        var page = new Site(port, tenant).get(path);

        assertThat(page.status()).isEqualTo(503);
        assertThat(page.header("Retry-After")).isEqualTo("30");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.words()).contains(words);
    }
}
