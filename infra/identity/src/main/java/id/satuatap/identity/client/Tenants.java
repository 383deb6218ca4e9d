package id.satuatap.identity.client;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The live tenants at one moment, and the public addresses that follow from them. */
public record Tenants(URI baseUrl, List<Tenant> all) {

    public Tenants {
        all = List.copyOf(all);
    }

    /** Where the bare host is, and where the hosts of the active tenants are. A suspended tenant signs nobody in. */
    Set<String> origins() {
        return origins(all.stream().filter(Tenant::active));
    }

    /** Who signs out may go back to a suspended tenant, too. */
    Set<String> originsAfterSignOut() {
        return origins(all.stream());
    }

    public Optional<Tenant> withSlug(String slug) {
        return all.stream().filter(tenant -> tenant.slug().equals(slug)).findFirst();
    }

    /** The tenant whose host {@code uri} is on; empty on the bare host and everywhere foreign. */
    public Optional<Tenant> at(URI uri) {
        var origin = uri.getScheme() + "://" + uri.getAuthority();
        return all.stream()
                .filter(tenant -> tenant.hosts().stream().map(this::origin).anyMatch(origin::equals))
                .findFirst();
    }

    private Set<String> origins(Stream<Tenant> tenants) {
        var bare = baseUrl.getScheme() + "://" + baseUrl.getAuthority();
        return Stream.concat(
                        Stream.of(bare),
                        tenants.map(Tenant::hosts)
                                .<String>mapMulti(List::forEach)
                                .map(this::origin))
                .collect(Collectors.toUnmodifiableSet());
    }

    private String origin(String host) {
        return baseUrl.getScheme() + "://" + host + (baseUrl.getPort() < 0 ? "" : ":" + baseUrl.getPort());
    }
}
