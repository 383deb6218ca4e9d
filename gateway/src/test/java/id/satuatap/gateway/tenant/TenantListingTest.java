package id.satuatap.gateway.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import id.satuatap.gateway.HostName;
import id.satuatap.gateway.tenant.TenantListing.Entry;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TenantListingTest {

    @Test
    void a_host_that_two_tenants_claim_belongs_to_neither() {
        var hosts =
                listing(entry("rembang", "a.example", "both.example"), entry("lebong", "b.example", "BOTH.example"));

        assertThat(hosts).containsOnlyKeys(new HostName("a.example"), new HostName("b.example"));
    }

    @Test
    void a_state_nobody_knows_counts_as_suspended() {
        var hosts = listing(new Entry("rembang", "Rembang", "PAUSED", List.of("a.example")));

        assertThat(hosts.get(new HostName("a.example")).suspended()).isTrue();
    }

    @Test
    void one_bad_entry_does_not_spoil_the_others() {
        var hosts = listing(
                entry("Rembang\r\nX: y", "a.example"),
                entry("lebong", "b_d.example", "b.example"),
                new Entry("jateng", null, "ACTIVE", null));

        assertThat(hosts).containsOnlyKeys(new HostName("b.example"));
    }

    private static Map<HostName, Tenant> listing(Entry... entries) {
        return new TenantListing(List.of(entries)).byHost();
    }

    private static Entry entry(String slug, String... hosts) {
        return new Entry(slug, slug, "ACTIVE", List.of(hosts));
    }
}
