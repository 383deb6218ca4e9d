package id.satuatap.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostsTest {

    private final Stage stage = Stage.shared();

    @ParameterizedTest
    @ValueSource(
            strings = {"rembang.localhost", "REMBANG.localhost", "rembang.localhost:8080", "spbe.rembangkab.example"})
    void a_host_leads_to_its_tenant_whatever_its_case_and_port(String host) throws Exception {
        assertThat(stage.get(host, "/").body()).isEqualTo("citizen");

        assertThat(stage.citizen.next().headers().getAll("X-Satu-Tenant")).containsExactly("rembang");
    }

    @Test
    void the_bare_host_and_the_issuer_have_no_tenant() throws Exception {
        assertThat(stage.get("localhost:" + stage.port, "/").body()).isEqualTo("citizen");
        assertThat(stage.get("id.localhost", "/login").body()).isEqualTo("identity");

        assertThat(stage.citizen.next().headers().contains("X-Satu-Tenant")).isFalse();
        assertThat(stage.identity.next().headers().contains("X-Satu-Tenant")).isFalse();
    }

    @Test
    void a_part_always_sees_the_public_host_and_port() throws Exception {
        stage.get("Rembang.localhost:1", "/");

        assertThat(stage.citizen.next().headers().getAll("Host")).containsExactly("rembang.localhost:" + stage.port);
    }

    @Test
    void an_unknown_host_gets_a_page_in_two_languages() {
        var answer = stage.get("nowhere.localhost", "/", "Accept", "text/html");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(answer.body())
                .contains("Alamat ini tidak dikenal", "This address is unknown")
                .doesNotContain("style=");
        assertThat(answer.header("Content-Security-Policy")).doesNotContain("unsafe");
        assertThat(stage.get("nowhere.localhost", "/gateway/page.css").header("Content-Type"))
                .startsWith("text/css");
    }

    @Test
    void an_unknown_host_gets_a_problem_where_a_program_asks() {
        var english =
                stage.get("nowhere.localhost", "/", "Accept", "application/json", "Accept-Language", "en-GB,id;q=0.5");
        var indonesian = stage.get("nowhere.localhost", "/api/v1/me", "Accept", "text/html", "Accept-Language", "fr");

        assertThat(english.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(english.body())
                .contains("\"type\":\"urn:problem:tenant.unknown\"", "\"status\":404", "No regional government")
                .contains(english.header("X-Request-Id"));
        assertThat(indonesian.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(indonesian.body()).contains("Tidak ada pemerintah daerah");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: rembang.localhost\r\nHost: bengkulu.localhost",
                "Host: rembang.localhost\r\nHost: rembang.localhost",
                "Host: rembang.localhost.",
                "Host: rembang.localhost, bengkulu.localhost",
                "Host: rembang_localhost",
                "Host: user@rembang.localhost",
                "Host: rembang.localhost:80x",
                "Host: rembang.localhost:",
                "Host: ",
                "X-None: 1"
            })
    void a_host_that_is_missing_doubled_or_malformed_is_refused(String header) {
        var answer = stage.raw("GET / HTTP/1.1\r\n" + header + "\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400 ");
        assertThat(stage.citizen.asked()).isZero();
    }

    @Test
    void a_request_line_that_names_another_host_is_refused() {
        var mismatch = stage.raw(
                "GET http://bengkulu.localhost/ HTTP/1.1\r\nHost: rembang.localhost\r\nConnection: close\r\n\r\n");
        var twin = stage.raw(
                "GET http://rembang.localhost/x HTTP/1.1\r\nHost: rembang.localhost\r\nConnection: close\r\n\r\n");

        assertThat(mismatch).startsWith("HTTP/1.1 400 ");
        assertThat(twin).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void a_suspended_tenant_keeps_its_public_page_only() throws Exception {
        var api = stage.get("lebong.localhost", "/api/v1/me");
        var workspace = stage.get("lebong.localhost", "/admin/", "Accept", "text/html");

        assertThat(api.status()).isEqualTo(403);
        assertThat(api.body()).contains("urn:problem:tenant.suspended");
        assertThat(workspace.status()).isEqualTo(403);
        assertThat(workspace.body()).contains("ditangguhkan", "suspended");
        assertThat(stage.get("lebong.localhost", "/").status()).isEqualTo(200);
        assertThat(stage.citizen.next().headers().get("X-Satu-Tenant")).isEqualTo("lebong");
        assertThat(stage.core.asked() + stage.admin.asked()).isZero();
    }
}
