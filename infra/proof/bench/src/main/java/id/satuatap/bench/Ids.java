package id.satuatap.bench;

/** How the invented data names itself. */
final class Ids {

    private Ids() {}

    static String slug(int tenant) {
        return "uji%03d".formatted(tenant);
    }

    static String tenant(int tenant) {
        return "be9c0000-0000-7000-8000-%012d".formatted(tenant);
    }

    static String assessment(int tenant, int year) {
        return "be9c0000-%d-7000-8000-%012d".formatted(year, tenant);
    }

    /** The address of an answer. */
    static String path(int tenant, int year, int indicator) {
        return "/api/v1/spbe/assessments/%s/indicators/%d".formatted(assessment(tenant, year), indicator);
    }
}
