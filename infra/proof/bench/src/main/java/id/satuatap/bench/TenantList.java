package id.satuatap.bench;

import id.satuatap.stack.Rows;
import java.time.Duration;
import java.util.List;

/** A list of twenty rows under row level security, token verified: beside the twin, and beside nothing but the statements. */
final class TenantList {

    static final Duration TIME = Duration.ofSeconds(5);

    private static final int ROUNDS = 5;

    private final Field field;
    private final Rows rows;

    TenantList(Field field) {
        this.field = field;
        this.rows = field.rows("list");
    }

    void run() {
        int tenants = field.tenants();
        if (field.isShort()) {
            for (int tenant = 0; tenant < tenants; tenant++) {
                var answer = field.send(field.core(), Data.slug(tenant), "GET", Field.LIST, null);
                rows.check(answer.statusCode() == 200, "", "list of " + Data.slug(tenant), "");
            }
            return;
        }
        field.warmCore(tenants);
        field.warmTwin(tenants);
        var seen = Samples.alternating(
                ROUNDS,
                List.of(
                        () -> field.list(field.core(), TIME, 0, tenants),
                        () -> field.list(field.twin(), TIME, 0, tenants),
                        () -> Pgbench.asRuntime(field, "pages.sql", Field.CONNECTIONS, TIME)));
        rows.told("", "list, core", seen.get(0).text("/s"));
        beside("the twin", 0.9, seen.get(0), seen.get(1));
        beside("pgbench with the same statements", 0.25, seen.get(0), seen.get(2));
    }

    private void beside(String peer, double wanted, Samples core, Samples other) {
        rows.reach(
                core.ratioTo(other) >= wanted,
                "",
                "list beside %s ≥ %s".formatted(peer, wanted),
                "%.2f; %s",
                core.ratioTo(other),
                other.text("/s"));
    }
}
