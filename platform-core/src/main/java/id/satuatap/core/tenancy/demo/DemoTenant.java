package id.satuatap.core.tenancy.demo;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A government to try the platform with: a real region, marked as simulated, so that whatever is entered here says so.
 *
 * @param code of the region
 * @param parent slug of its province; null for a province
 */
public record DemoTenant(
        String slug,
        String code,
        String kind,
        String name,
        String accent,
        @Nullable String parent) {

    public static final List<DemoTenant> ALL = List.of(
            new DemoTenant("jateng", "33", "PROVINCE", "Provinsi Jawa Tengah", "#7a1f2b", null),
            new DemoTenant("jatim", "35", "PROVINCE", "Provinsi Jawa Timur", "#0f5c4a", null),
            new DemoTenant("bengkulu", "17", "PROVINCE", "Provinsi Bengkulu", "#1c4e80", null),
            new DemoTenant("rembang", "33.17", "REGENCY", "Kabupaten Rembang", "#0b5c8a", "jateng"),
            new DemoTenant("bojonegoro", "35.22", "REGENCY", "Kabupaten Bojonegoro", "#1f5f2e", "jatim"),
            new DemoTenant("bangkalan", "35.26", "REGENCY", "Kabupaten Bangkalan", "#8a2f0b", "jatim"),
            new DemoTenant("rejanglebong", "17.02", "REGENCY", "Kabupaten Rejang Lebong", "#5b3a86", "bengkulu"),
            new DemoTenant("lebong", "17.07", "REGENCY", "Kabupaten Lebong", "#7a5200", "bengkulu"),
            new DemoTenant("kepahiang", "17.08", "REGENCY", "Kabupaten Kepahiang", "#0e5f66", "bengkulu"));

    public UUID id() {
        return id(slug);
    }

    public static UUID id(String slug) {
        return Demo.id("tenant " + slug);
    }
}
