package id.satuatap.bench;

import id.satuatap.stack.Rows;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Core and its twin give the same answers, byte by byte; else nothing could be said by comparing them. */
final class SameBytes {

    private static final String ANSWER = """
            {"level": 4, "fact": "Perbup 12/2025 pasal 3, halaman 4", "analysis": "Berlaku bagi seluruh perangkat daerah."}""";

    private final Field field;
    private final Rows rows;

    SameBytes(Field field) {
        this.field = field;
        this.rows = field.rows("twin");
    }

    void run() {
        field.tenants();
        for (var query :
                List.of("?limit=20", "", "?limit=20&after=31", "?limit=3&kind=CHANGE", "?kind=REFUSAL", "?limit=200")) {
            compare("list " + query, read(field.core(), query), read(field.twin(), query));
        }
        field.data.run("update spbe.answer set version = 1 where assessment_id in (" + assessments() + ")");
        for (int year : new int[] {2023, 2024, 2022}) {
            compare("save " + year, save(field.core(), 0, year), save(field.twin(), 1, year));
        }
        compare("save again, version seen is old", status(field.core(), 0), status(field.twin(), 1));
    }

    private String read(String address, String query) {
        var answer = field.send(address, "uji003", "GET", "/api/v1/audit" + query, null);
        return answer.statusCode() + " " + text(answer.body());
    }

    /** In a tenant of its own each, since both would save the same answer; the tenants have the same levels after it. */
    private String save(String address, int tenant, int year) {
        field.data.run("""
                update spbe.answer set level = 1 + (indicator + %d) %% 5, version = 1
                 where tenant_id = '%s' and assessment_id = '%s'
                """.formatted(year, Data.id(tenant), Data.assessment(tenant, year)));
        field.data.run("delete from spbe.answer_version where tenant_id = '%s'".formatted(Data.id(tenant)));
        var answer = field.send(address, Data.slug(tenant), "PUT", path(tenant, year, 7), ANSWER);
        return answer.statusCode() + " " + answer.headers().firstValue("ETag").orElse("") + " "
                + withoutTimes(text(answer.body()));
    }

    private String status(String address, int tenant) {
        return ""
                + field.send(address, Data.slug(tenant), "PUT", path(tenant, 2024, 7), ANSWER)
                        .statusCode();
    }

    private static String assessments() {
        return "'%s', '%s'".formatted(Data.assessment(0, 2024), Data.assessment(1, 2024));
    }

    private static String withoutTimes(String body) {
        return body.replaceAll("\\d{4}-\\d{2}-\\d{2}T[0-9:.]+Z", "…");
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }

    private void compare(String what, String core, String twin) {
        var same = core.equals(twin) && !core.startsWith("5");
        rows.check(
                same,
                "",
                "the same answer from core and twin: " + what,
                same ? "%d characters".formatted(core.length()) : "core: %s; twin: %s".formatted(core, twin));
    }

    private static String path(int tenant, int year, int indicator) {
        return "/api/v1/spbe/assessments/%s/indicators/%d".formatted(Data.assessment(tenant, year), indicator);
    }
}
