package id.satuatap.identity.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class TenantsTest {

    private static final Tenant REMBANG = new Tenant(
            "rembang", "Kabupaten Rembang", true, "#0B6E4F", List.of("Rembang.localhost", "e.rembangkab.go.id"));
    private static final Tenant LEBONG =
            new Tenant("lebong", "Kabupaten Lebong", false, "red;}", List.of("lebong.localhost"));

    @Test
    void addresses_have_scheme_and_port_of_the_bare_host() {
        var local = new Tenants(URI.create("http://localhost:8080"), List.of(REMBANG, LEBONG));
        var real = new Tenants(URI.create("https://satuatap.example"), List.of(REMBANG));

        assertThat(local.origins())
                .containsExactlyInAnyOrder(
                        "http://localhost:8080", "http://rembang.localhost:8080", "http://e.rembangkab.go.id:8080");
        assertThat(real.origins()).contains("https://satuatap.example", "https://e.rembangkab.go.id");
    }

    @Test
    void a_suspended_tenant_signs_nobody_in_but_may_be_gone_back_to() {
        var tenants = new Tenants(URI.create("http://localhost:8080"), List.of(REMBANG, LEBONG));

        assertThat(tenants.origins()).doesNotContain("http://lebong.localhost:8080");
        assertThat(tenants.originsAfterSignOut()).contains("http://lebong.localhost:8080");
    }

    @Test
    void what_does_not_look_like_a_host_or_a_colour_is_left_out() {
        var odd = new Tenant("odd", "Odd", true, "#fff;}body{}", List.of("a b", "x/y", "*.localhost", "ok.localhost"));

        assertThat(odd.hosts()).containsExactly("ok.localhost");
        assertThat(odd.accent()).isEqualTo("#0b5c8a");
    }

    @Test
    void text_on_the_accent_is_readable() {
        assertThat(REMBANG.onAccent()).isEqualTo("#ffffff");
        assertThat(new Tenant("x1", "X", true, "#ffd23f", List.of()).onAccent()).isEqualTo("#101619");
    }
}
