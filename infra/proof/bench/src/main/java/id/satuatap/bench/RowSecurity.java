package id.satuatap.bench;

import java.time.Duration;
import java.util.List;

/** What row level security costs beside a query that names its tenant, in the same transaction. */
final class RowSecurity {

    private static final String SECTION = "rls";
    private static final String BYPASS = "uji_tanpa_rls";
    private static final String PASSWORD = "uji";
    private static final Duration TIME = Duration.ofSeconds(4);
    private static final int ROUNDS = 5;

    private final Field field;

    RowSecurity(Field field) {
        this.field = field;
    }

    void run() {
        int tenants = field.tenants();
        if (!Pgbench.possible()) {
            field.report().notYet(SECTION, "", "row level security against WHERE", "pgbench is missing");
            return;
        }
        makeRole();
        try {
            var time = field.isShort() ? Duration.ZERO : TIME;
            var seen = Field.alternating(
                    field.isShort() ? 1 : ROUNDS, List.of(() -> policy(time, tenants), () -> where(time, tenants)));
            var cost = 1 - seen.get(0).ratioTo(seen.get(1));
            if (field.isShort()) {
                field.report().passed(SECTION, "", "the same page by policy and by WHERE", "");
                return;
            }
            field.reach(
                    cost <= 0.1,
                    SECTION,
                    "",
                    "row level security against WHERE ≤ 10 %",
                    "%.1f %%; %s against %s"
                            .formatted(
                                    100 * cost,
                                    seen.get(0).text("/s"),
                                    seen.get(1).text("/s")));
        } finally {
            field.data().run("drop owned by %1$s; drop role %1$s".formatted(BYPASS));
        }
    }

    private double policy(Duration time, int tenants) {
        var database = field.stack().database();
        return Pgbench.run(database, "satuatap_app", database.runtimePassword(), "pages.sql", 8, time, 0, tenants - 1);
    }

    private double where(Duration time, int tenants) {
        return Pgbench.run(field.stack().database(), BYPASS, PASSWORD, "pages-where.sql", 8, time, 0, tenants - 1);
    }

    /** Exists only while this is measured, and only here. */
    private void makeRole() {
        field.data().run("""
                create role %1$s login bypassrls password '%2$s';
                grant connect on database satuatap to %1$s;
                grant usage on schema audit, tenancy to %1$s;
                grant select on audit.entry to %1$s;
                """.formatted(BYPASS, PASSWORD));
    }
}
