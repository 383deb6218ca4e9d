package id.satuatap.admin.member;

import java.util.List;
import java.util.stream.Stream;

/** The roles that can be given at a tenant; two of them at provinces only. */
final class Roles {

    private static final List<String> EVERYWHERE = List.of(
            "head-of-region",
            "tenant-admin",
            "coordinator",
            "internal-assessor",
            "data-entry",
            "office-head",
            "opd-officer",
            "counter-officer",
            "walidata",
            "data-protection-officer",
            "external-coach",
            "external-assessor");
    private static final List<String> PROVINCE = List.of("province-overseer", "province-coach");

    private Roles() {}

    static List<String> at(boolean isProvince) {
        return isProvince
                ? Stream.concat(EVERYWHERE.stream(), PROVINCE.stream()).toList()
                : EVERYWHERE;
    }
}
