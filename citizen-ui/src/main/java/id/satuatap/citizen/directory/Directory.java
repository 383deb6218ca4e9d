package id.satuatap.citizen.directory;

import id.satuatap.citizen.page.PublicAddress;
import id.satuatap.citizen.page.Search;
import id.satuatap.citizen.tenant.Tenant;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Tenants by province: the province's own portal first, then its regencies and cities by name. */
record Directory(List<Group> groups, int count) {

    record Group(String province, List<Door> doors) {}

    /** Where one goes in. */
    record Door(Tenant tenant, String address, String host) {}

    public boolean anySimulated() {
        return groups.stream()
                .flatMap(group -> group.doors().stream())
                .anyMatch(door -> door.tenant().simulated());
    }

    static Directory of(List<Tenant> tenants, Search search, PublicAddress address) {
        var found = tenants.stream()
                .filter(tenant -> search.finds(tenant.name(), tenant.slug(), provinceName(tenant)))
                .toList();
        var byProvince = found.stream()
                .collect(Collectors.groupingBy(
                        tenant -> tenant.code().substring(0, 2), TreeMap::new, Collectors.toList()));
        var groups = byProvince.values().stream()
                .map(members -> new Group(provinceName(members.getFirst()), doors(members, address)))
                .toList();
        return new Directory(groups, found.size());
    }

    private static List<Door> doors(List<Tenant> members, PublicAddress address) {
        return members.stream()
                .sorted(Comparator.comparing(Tenant::kind).thenComparing(Tenant::name))
                .map(tenant -> new Door(
                        tenant,
                        address.of(tenant.hosts().getFirst()),
                        tenant.hosts().getFirst()))
                .toList();
    }

    private static String provinceName(Tenant tenant) {
        var province = tenant.province();
        return province == null ? tenant.name() : province.name();
    }
}
