package id.satuatap.identity.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.params.provider.CsvSource;

/** Tenants as core names them: whatever their text, their addresses stay addresses of ours and their colour a colour. */
class ClientFuzzTest {

    private static final URI BASE = URI.create("https://satuatap.example:8443");

    @CsvSource({
        "rembang, Rembang.localhost, #0B6E4F",
        "a, 'evil.example/@x', red;}",
        "b, a.b:1, #fffffff",
        "c, 'x\r\nSet-Cookie', '#ffffff\n'",
        "'d/..', ..a, ''"
    })
    @FuzzTest(maxDuration = "2m")
    void a_tenant_leads_nowhere_else(@NotNull String slug, @NotNull String host, @NotNull String accent) {
        Tenant tenant;
        try {
            tenant = new Tenant(slug, "a name", true, accent, List.of(host));
        } catch (IllegalArgumentException refused) {
            assertThat(Tenant.isSlug(slug)).isFalse();
            return;
        }

        assertThat(tenant.accent()).hasSize(7).matches("#[0-9a-f]{6}");
        assertThat(tenant.onAccent()).isIn("#101619", "#ffffff");
        var tenants = new Tenants(BASE, List.of(tenant));
        for (var origin : tenants.origins()) {
            var address = URI.create(origin + "/admin/");
            assertThat(address.getScheme()).isEqualTo("https");
            assertThat(address.getPort()).isEqualTo(8443);
            assertThat(address.getRawUserInfo()).isNull();
            assertThat(address.getRawPath()).isEqualTo("/admin/");
            assertThat(address.getRawAuthority())
                    .isEqualToIgnoringCase(
                            origin.contains("satuatap.example") ? "satuatap.example:8443" : host + ":8443");
        }
    }

    @CsvSource({"https, rembang.example:8443", "http, rembang.example:8443", "https, evil@rembang.example:8443"})
    @FuzzTest(maxDuration = "2m")
    void only_the_whole_origin_is_a_tenants(@NotNull String scheme, @NotNull String authority) {
        URI address;
        try {
            address = URI.create(scheme + "://" + authority + "/x");
        } catch (IllegalArgumentException noAddress) {
            return;
        }
        var tenants =
                new Tenants(BASE, List.of(new Tenant("rembang", "Rembang", true, "", List.of("rembang.example"))));

        assertThat(tenants.at(address).isPresent())
                .isEqualTo("https".equals(address.getScheme())
                        && "rembang.example:8443".equals(address.getRawAuthority()));
    }
}
