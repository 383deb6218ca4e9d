package id.satuatap.launcher.seed;

import java.util.List;
import java.util.stream.Stream;

/** The demonstration tenants and the roles each of them has. */
record Tenant(String slug, String name, boolean province) {

    private static final List<String> ROLES = List.of(
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

    static final List<Tenant> ALL = List.of(
            new Tenant("jateng", "Jawa Tengah", true),
            new Tenant("jatim", "Jawa Timur", true),
            new Tenant("bengkulu", "Bengkulu", true),
            new Tenant("rembang", "Rembang", false),
            new Tenant("bojonegoro", "Bojonegoro", false),
            new Tenant("bangkalan", "Bangkalan", false),
            new Tenant("rejanglebong", "Rejang Lebong", false),
            new Tenant("kepahiang", "Kepahiang", false),
            new Tenant("lebong", "Lebong", false));

    List<String> roles() {
        return province
                ? Stream.concat(ROLES.stream(), Stream.of("province-overseer", "province-coach"))
                        .toList()
                : ROLES;
    }

    /** What a holder of the role is called on screen; clearly no real person. */
    String sampleName(String role) {
        return "%s %s (akun contoh)".formatted(office(role), name);
    }

    private String office(String role) {
        return switch (role) {
            case "head-of-region" -> province ? "Gubernur" : "Bupati";
            case "tenant-admin" -> "Admin daerah";
            case "coordinator" -> "Koordinator SPBE";
            case "internal-assessor" -> "Asesor internal";
            case "data-entry" -> "Petugas entri data";
            case "office-head" -> "Kepala OPD";
            case "opd-officer" -> "Petugas OPD";
            case "counter-officer" -> "Petugas loket";
            case "walidata" -> "Walidata";
            case "data-protection-officer" -> "Pejabat pelindungan data";
            case "external-coach" -> "Pendamping luar";
            case "external-assessor" -> "Asesor eksternal tiruan";
            case "province-overseer" -> "Pengawas provinsi";
            case "province-coach" -> "Pembina provinsi";
            default -> throw new IllegalArgumentException(role);
        };
    }
}
