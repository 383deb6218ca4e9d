package id.satuatap.gateway.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import id.satuatap.gateway.HostName;
import id.satuatap.gateway.tenant.TenantListing.Entry;
import java.util.List;
import org.junit.jupiter.params.provider.CsvSource;

/** Hosts as tenants name them: an unusable one is left out, a disputed one belongs to nobody, and nothing stops the others. */
class TenantListingFuzzTest {

    @CsvSource({"rembang, rembang.example, bangkalan, REMBANG.example", "a, x, b, y", "A, a..b, b, '[::1]'"})
    @FuzzTest(maxDuration = "2m")
    void a_host_belongs_to_one_tenant_or_to_none(
            @NotNull String slug, @NotNull String host, @NotNull String otherSlug, @NotNull String otherHost) {
        var listing = new TenantListing(List.of(
                new Entry(slug, null, "ACTIVE", List.of(host)),
                new Entry(otherSlug, null, "ACTIVE", List.of(otherHost)),
                new Entry("sound", null, "ACTIVE", List.of("sound.example"))));

        var hosts = listing.byHost();

        hosts.forEach((name, tenant) -> assertThat(name)
                .isIn(
                        named(tenant.slug().equals(slug) ? host : ""),
                        named(tenant.slug().equals(otherSlug) ? otherHost : ""),
                        named("sound.example")));
        if (!slug.equals(otherSlug)
                && !"none".equals(named(host).value())
                && named(host).equals(named(otherHost))
                && bothUsable(slug, otherSlug)) {
            assertThat(hosts).doesNotContainKey(named(host));
        }
    }

    private static boolean bothUsable(String... slugs) {
        return List.of(slugs).stream().allMatch(slug -> slug.matches("[a-z0-9]{1,20}"));
    }

    private static HostName named(String host) {
        try {
            return new HostName(host);
        } catch (IllegalArgumentException unusable) {
            return new HostName("none");
        }
    }
}
