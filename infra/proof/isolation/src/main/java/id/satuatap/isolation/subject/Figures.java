package id.satuatap.isolation.subject;

import java.util.Map;

final class Figures {

    static final Subject SUBJECT = Subject.of("/api/v1/figures")
            .table("figure.figure", "figure:read", "key", "unit")
            .makes(Figures::snapshot);

    /** They are measured at night only. */
    private static final String MEASURED = """
            insert into figure.figure (tenant_id, id, key, first_day, last_day, numerator, n, people, unit, query_version, source, simulated)
            select id, gen_random_uuid(), 'isolation.proof', date '2026-01-02', date '2026-01-02', 7, 7, true, 'PEOPLE', 1, 'bukti', true
              from tenancy.tenant where slug = ? on conflict do nothing
            """;

    private Figures() {}

    private static Map<String, String> snapshot(Subject.Making making) {
        making.fixture().text(MEASURED, making.tenant());
        return Map.of();
    }
}
