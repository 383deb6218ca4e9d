package id.satuatap.bench;

import id.satuatap.stack.Report.Outcome;
import java.time.Duration;
import java.util.List;

/** A list of twenty rows under row level security, token verified: beside the twin, and beside nothing but the statements. */
final class TenantList {

    static final int CONNECTIONS = 16;
    static final Duration TIME = Duration.ofSeconds(5);

    private static final String SECTION = "list";
    private static final int ROUNDS = 5;

    private final Field field;

    TenantList(Field field) {
        this.field = field;
    }

    void run() {
        int tenants = field.tenants();
        if (field.isShort()) {
            for (int tenant = 0; tenant < tenants; tenant++) {
                var answer = field.send(field.core(), Ids.slug(tenant), "GET", "/api/v1/audit?limit=20", null);
                field.report().check(answer.statusCode() == 200, SECTION, "", "list of " + Ids.slug(tenant), "");
            }
            return;
        }
        field.warmCore(tenants);
        field.warmTwin(tenants);
        var seen = Field.alternating(
                ROUNDS,
                List.of(
                        () -> field.list(field.core(), TIME, 0, tenants),
                        () -> field.list(field.twin(), TIME, 0, tenants),
                        () -> statements(tenants)));
        var core = seen.get(0);
        told("list, core", core);
        beside("the twin", 0.9, core, seen.get(1));
        beside("pgbench with the same statements", 0.25, core, seen.get(2));
        new ListBesidePostGraphile(field, tenants).run();
    }

    private double statements(int tenants) {
        var database = field.stack().database();
        return Pgbench.run(
                database, "satuatap_app", database.runtimePassword(), "pages.sql", CONNECTIONS, TIME, 0, tenants - 1);
    }

    private void told(String what, Samples samples) {
        field.report().add(SECTION, "", what, Outcome.TOLD, samples.text("/s"));
    }

    private void beside(String peer, double wanted, Samples core, Samples other) {
        field.reach(
                core.ratioTo(other) >= wanted,
                SECTION,
                "",
                "list beside %s ≥ %s".formatted(peer, wanted),
                "%.2f; %s".formatted(core.ratioTo(other), other.text("/s")));
    }
}
