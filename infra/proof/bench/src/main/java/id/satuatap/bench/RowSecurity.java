package id.satuatap.bench;

import id.satuatap.stack.Command;
import id.satuatap.stack.Rows;
import java.time.Duration;
import java.util.List;

/** What row level security costs beside a query that names its tenant, in the same transaction. */
final class RowSecurity {

    private static final String BYPASS = "uji_tanpa_rls";
    private static final String PASSWORD = "uji";
    private static final int CLIENTS = 8;
    private static final int ROUNDS = 5;

    private final Field field;
    private final Rows rows;

    RowSecurity(Field field) {
        this.field = field;
        this.rows = field.rows("rls");
    }

    void run() {
        field.tenants();
        if (!Command.exists("pgbench")) {
            rows.notYet("", "row level security against WHERE", "pgbench is missing");
            return;
        }
        field.data.run("""
                create role %1$s login bypassrls password '%2$s';
                grant connect on database satuatap to %1$s;
                grant usage on schema audit, access, spbe, tenancy to %1$s;
                grant select on audit.entry, access.person, access.membership, spbe.assessment to %1$s;
                """.formatted(BYPASS, PASSWORD)); // exists only while this is measured, and only here
        try {
            measure(field.isShort() ? Duration.ZERO : Duration.ofSeconds(4));
        } finally {
            field.data.run("drop owned by %1$s; drop role %1$s".formatted(BYPASS));
        }
    }

    private void measure(Duration time) {
        var seen = Samples.alternating(
                field.isShort() ? 1 : ROUNDS,
                List.of(
                        () -> Pgbench.asRuntime(field, "pages.sql", CLIENTS, time),
                        () -> Pgbench.run(field, BYPASS, PASSWORD, "pages-where.sql", CLIENTS, time)));
        if (field.isShort()) {
            rows.check(true, "", "the same page by policy and by WHERE", "");
            return;
        }
        var cost = 1 - seen.get(0).ratioTo(seen.get(1));
        rows.reach(
                cost <= 0.1,
                "",
                "row level security against WHERE ≤ 10 %",
                "%.1f %%; %s against %s",
                100 * cost,
                seen.get(0).text("/s"),
                seen.get(1).text("/s"));
    }
}
